import { accepted, type Outcome, refused } from '@app/event-store';
import {
  type CommandRefusal,
  type CommandRequest,
  type DecidedCommand,
  fingerprintOf,
  type FoldedOrder,
} from '@app/order-log';
import {
  type CreateOrder,
  feeCodes,
  type FeeRates,
  partOf,
  rateOf,
  refuse,
  sum,
  totalsOf,
} from '@app/ordering';
import { type CouponPricing, type QuoteReservations, settleStream } from '@app/reservations';
import { type QuotedFigures } from './events.js';
import { partOfSeller } from './made-quote.js';
import { settleQuote } from './quote-resource.js';
import { type Quotes, quoteStreamPrefix, useRefusal } from './quotes.js';

/** What new orders need of quotes: that they say what the quote says, and use it once. */
export class OrderQuotes implements QuoteReservations {
  constructor(
    private readonly quotes: Quotes,
    private readonly pricing: CouponPricing,
  ) {}

  async use(decided: DecidedCommand): Promise<Outcome<boolean, CommandRefusal>> {
    const refusal = await this.refusalOf(decided);
    if (refusal !== undefined) return refused(refusal);
    const { command, actor, correlationId, at } = decided.request;
    if (command.type !== 'create' || command.quoteId === undefined) return accepted(false);
    const outcome = await this.quotes.use(command.quoteId, command, at, { actor, correlationId });
    return outcome.kind === 'refused' ? outcome : accepted(outcome.answer.changed);
  }

  async refusalOf({ request, after }: DecidedCommand): Promise<CommandRefusal | undefined> {
    const { command, imported, at } = request;
    if (command.type !== 'create' || imported) return undefined;
    if (command.quoteId === undefined) return feeRefusal(command, this.pricing.ratesOf(after.policy));
    const quote = await this.quotes.read(command.quoteId);
    const refusal = useRefusal(quote, command, at);
    if (refusal !== undefined) return refusal;
    const part = partOfSeller(quote!, command.sellerId);
    if (part === undefined) return refuse('quote-mismatch', {}, '/sellerId');
    const differing = figures.find((name) => !isSame(part[name], figureOf(command, name)));
    return differing && refuse('quote-mismatch', {}, `/${differing}`);
  }

  async settle({ command }: CommandRequest, orderId: string, newest: FoldedOrder | undefined): Promise<void> {
    if (command.type !== 'create' || command.quoteId === undefined) return;
    const settled = settleQuote(orderId, newest, new Date().toISOString());
    await settleStream(this.quotes, `${quoteStreamPrefix}${command.quoteId}`, settled);
  }
}

/** Whoever may say prices still asks the fees that the seller's policy says. */
function feeRefusal(order: CreateOrder, rates: FeeRates): CommandRefusal | undefined {
  const { goods, discounts } = totalsOf(order);
  for (const fee of feeCodes) {
    const listed = order.fees.filter(({ code }) => code === fee);
    const rate = fee === 'insurance' && listed.length === 0 ? 0 : rateOf(fee, rates)!;
    const amount = partOf(goods - discounts, rate);
    if (sum(listed.map((one) => one.amount)) === amount) continue;
    return refuse('fee-mismatch', { fee, amount: { money: amount, currency: order.currency } }, '/fees');
  }
  return undefined;
}

const figures = [
  'sellerName',
  'currency',
  'lines',
  'shippingFee',
  'fees',
  'discounts',
  'couponCodes',
  'total',
] as const satisfies (keyof QuotedFigures)[];

const figureOf = (order: CreateOrder, name: (typeof figures)[number]): unknown =>
  name === 'couponCodes' ? (order.couponCodes ?? []) : order[name];

/** Whatever the order of their fields, and whether undefined or not there. */
const isSame = (one: unknown, other: unknown): boolean => fingerprintOf([one]) === fingerprintOf([other]);
