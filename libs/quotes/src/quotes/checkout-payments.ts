import {
  accepted,
  EventStoreUnavailable,
  nothingToRecord,
  type Outcome,
  record,
  refused,
  type StreamDecision,
} from '@app/event-store';
import { commandIdFor, fingerprintOf, type OrderCommands, type OrderLog } from '@app/order-log';
import {
  type Actor,
  allocate,
  isAmount,
  isNamed,
  kept,
  type MinorUnits,
  type NamedActor,
  type Order,
  payable,
  type PayOrder,
  refuse,
  sameCapture,
  statusOf,
  sum,
  withProvider,
} from '@app/ordering';
import { type CheckoutPaid } from './events.js';
import { type MadeQuote } from './made-quote.js';
import { type QuoteRefusal, type Quotes } from './quotes.js';

type CheckoutPayment = Omit<PayOrder, 'type'> & { readonly captureId: string };
type Paid = CheckoutPaid['data'];

/** Who gives orders their shares: who paid was held to the rules when the payment was recorded. */
const checkout: Actor = { role: 'service', id: 'checkout' };

/** One payment for several orders: recorded first as one fact of their quote, then given to each order in its share. */
export class CheckoutPayments {
  constructor(
    private readonly quotes: Quotes,
    private readonly orderLog: OrderLog,
    private readonly commands: OrderCommands,
    private readonly namesOf: (actor: Actor) => Promise<NamedActor['names']>,
  ) {}

  /** Records the capture, once, and gives the orders their shares; where that fails, what follows the log does it. */
  async pay(
    quoteId: string,
    payment: CheckoutPayment,
    { actor, correlationId }: { readonly actor: Actor; readonly correlationId: string },
  ): Promise<Outcome<void, QuoteRefusal>> {
    const sender = { ...actor, names: await this.namesOf(actor) };
    const command = withProvider(kept({ type: 'pay', ...payment } as const), sender) as CheckoutPayment;
    const { provider } = command;
    if (sender.role === 'payments' && provider !== undefined && !isNamed(sender, provider))
      return refused(refuse('not-your-payment', {}, '/provider'));
    const outcome = await this.quotes.change(quoteId, { actor, correlationId }, (quote) =>
      this.decide(quote, command),
    );
    if (outcome.kind === 'refused') return outcome;
    const paid = outcome.answer.state!.payments.find((known) => sameCapture(known, command))!;
    try {
      await this.giveShares(paid, correlationId);
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
    return accepted(undefined);
  }

  /** Gives each order its share that has not got it yet. An order that owes less by now sends back what is too much. */
  async giveShares({ shares, ...payment }: Paid, correlationId: string): Promise<void> {
    const { provider, paymentId, captureId } = payment;
    for (const { orderId, amount } of shares) {
      const outcome = await this.commands.execute({
        orderId,
        commandId: commandIdFor(checkout, orderId, fingerprintOf([provider, paymentId, captureId])),
        correlationId,
        actor: checkout,
        at: new Date().toISOString(),
        command: { type: 'pay', ...payment, amount, surplus: 'refund' },
      });
      if (outcome.kind === 'refused' && outcome.refusal.code !== 'payment-already-recorded')
        throw new Error(`Order ${orderId} cannot be given its share: ${outcome.refusal.code}`);
    }
  }

  private async decide(
    quote: MadeQuote | undefined,
    command: CheckoutPayment,
  ): Promise<StreamDecision<CheckoutPaid, QuoteRefusal>> {
    const { paymentId, captureId, provider, method, amount, currency, surplus } = command;
    const known = quote?.payments.find((paid) => sameCapture(paid, command));
    if (known !== undefined)
      return known.amount === amount && known.currency === currency
        ? nothingToRecord
        : refused(refuse('payment-already-recorded', { paymentId }, '/paymentId'));
    const found = await Promise.all([...(quote?.orders.values() ?? [])].map((id) => this.orderLog.read(id)));
    const orders = found.flatMap((folded) => folded?.order ?? []);
    if (quote === undefined || orders.length === 0) return refused(refuse('unknown-quote'));
    const paidIn = quote.parts[0]!.currency;
    if (currency !== paidIn) return refused(refuse('currency-mismatch', { currency: paidIn }, '/currency'));
    if (!isAmount(amount) || amount === 0) return refused(refuse('bad-money', { fault: 'zero' }, '/amount'));
    const owed = orders.map((order) => owedBy(order, quote.payments));
    const due = sum(owed);
    const cancelled = orders.findIndex((order) => statusOf(order) === 'Cancelled');
    if (amount > due && cancelled < 0 && surplus === undefined)
      return refused(
        due === 0
          ? refuse('order-already-paid')
          : refuse('amount-over-due', { due: { money: due, currency } }, '/amount'),
      );
    const shares = allocate(Math.min(amount, due), owed);
    // As `pay` would take it: for what was cancelled, or as a surplus.
    shares[Math.max(cancelled, 0)]! += Math.max(0, amount - due);
    const data = {
      ...(provider === undefined ? {} : { provider }),
      ...{ paymentId, captureId, method, amount, currency },
      shares: orders
        .map(({ orderId }, index) => ({ orderId, amount: shares[index]! }))
        .filter((share) => share.amount > 0),
    };
    return record({ type: 'CheckoutPaid', at: new Date().toISOString(), data });
  }
}

/** What is left to pay when the order has got its shares of all payments of the checkout. */
function owedBy(order: Order, payments: readonly Paid[]): MinorUnits {
  const coming = payments
    .filter((paid) => !order.payments.some((got) => sameCapture(got, paid)))
    .flatMap(({ shares }) => shares.filter(({ orderId }) => orderId === order.orderId));
  return Math.max(0, payable(order) - sum(coming.map(({ amount }) => amount)));
}
