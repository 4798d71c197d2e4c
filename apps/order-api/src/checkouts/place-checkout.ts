import { type CommandBus } from '@nestjs/cqrs';
import { type Engines } from '@app/engines';
import { commandIdFor, type CommandRefusal, type CommandRequest, quotedOrderId } from '@app/order-log';
import { type Actor, refuse } from '@app/ordering';
import { ProblemError } from '@app/platform';
import { type MadeQuote } from '@app/quotes';
import { commandFrom } from '../commands/command-routes.js';
import { IssueOrderCommand } from '../commands/issue-order-command.js';
import { previewOrderCommand } from '../commands/preview-order-command.js';
import { refusalProblem } from '../problems/problem.js';
import { withQuote } from '../quotes/with-quote.js';
import { type PlaceCheckoutDto } from './checkout.dto.js';

export interface CheckoutSender {
  readonly actor: Actor;
  readonly correlationId: string;
}

/**
 * Places an order by each part of the quote, as `create` would; ids come from the quote, so that the same request again
 * places only what is missing. Nothing is placed where one of them would be refused. Throws the refusal, with the seller
 * whose order it is and the orders that stand all the same.
 */
export async function placeCheckout(
  engines: Engines,
  commands: CommandBus,
  body: PlaceCheckoutDto,
  sender: CheckoutSender,
): Promise<void> {
  const quote = await engines.quotes.read(body.quoteId);
  if (quote === undefined || (sender.actor.role === 'buyer' && quote.buyerId !== sender.actor.id))
    throw refusalProblem(refuse('unknown-quote', {}, '/quoteId'));
  const parts = await Promise.all(
    quote.parts.map(async ({ sellerId }) => ({
      sellerId,
      request: await requestOf(engines, quote, { ...body, sellerId }, sender),
    })),
  );
  const refusedAt = async (sellerId: string, refusal: CommandRefusal): Promise<ProblemError> =>
    ofPart(refusal, sellerId, await placedAmong(engines, parts));
  for (const { sellerId, request } of parts) {
    const outcome = await previewOrderCommand(engines, request);
    if (outcome.kind === 'refused') throw await refusedAt(sellerId, outcome.refusal);
  }
  for (const { sellerId, request } of parts) {
    const outcome = await commands.execute(new IssueOrderCommand(request));
    if (outcome.kind === 'refused') throw await refusedAt(sellerId, outcome.refusal);
  }
}

async function requestOf(
  { quotes }: Engines,
  { buyerId }: MadeQuote,
  body: PlaceCheckoutDto & { readonly sellerId: string },
  { actor, correlationId }: CheckoutSender,
): Promise<CommandRequest> {
  const { quoteId, sellerId } = body;
  const orderId = quotedOrderId(quoteId, sellerId);
  const said = await withQuote(quotes, { ...body, checkoutId: quoteId }, { orderId, actor });
  return {
    orderId,
    // The buyer's, whoever sends it for them: the same checkout is known again.
    commandId: commandIdFor({ role: 'buyer', id: buyerId }, orderId, 'checkout'),
    correlationId,
    actor,
    at: new Date().toISOString(),
    command: commandFrom('create', orderId, said),
  };
}

async function placedAmong(
  { orderLog }: Engines,
  parts: readonly { readonly request: CommandRequest }[],
): Promise<string[]> {
  const found = await Promise.all(parts.map(({ request }) => orderLog.read(request.orderId)));
  return found.flatMap((folded) => folded?.order.orderId ?? []);
}

function ofPart(refusal: CommandRefusal, sellerId: string, placed: readonly string[]): ProblemError {
  const { status, code, sentence, extras } = refusalProblem(refusal);
  return new ProblemError(status, code, sentence, {
    ...extras,
    facts: { ...extras.facts, sellerId, placed },
  });
}
