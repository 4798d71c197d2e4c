import { refuse } from '@app/ordering';
import { partOfSeller, type Quotes } from '@app/quotes';
import { type CommandEnvelope } from '../commands/command-envelope.js';
import { type CreateOrderDto } from '../commands/routes/placement.js';
import { refusalProblem } from '../problems/problem.js';

/** The body of a new order with what its quote says where the body says nothing. Throws 422 where the sender has no such quote. */
export async function withQuote(
  quotes: Quotes,
  body: Partial<CreateOrderDto>,
  { orderId, actor }: Pick<CommandEnvelope, 'orderId' | 'actor'>,
): Promise<object> {
  if (body.quoteId === undefined) return body;
  const quote = await quotes.read(body.quoteId);
  if (quote === undefined || (actor.role === 'buyer' && quote.buyerId !== actor.id))
    throw refusalProblem(refuse('unknown-quote', {}, '/quoteId'));
  const several = quote.parts.length > 1;
  const part = several ? partOfSeller(quote, body.sellerId ?? '') : quote.parts[0];
  if (part === undefined) throw refusalProblem(refuse('quote-mismatch', {}, '/sellerId'));
  const { policyVersion: _, ...figures } = part;
  return { checkoutId: several ? body.quoteId : orderId, buyerId: quote.buyerId, ...figures, ...body };
}
