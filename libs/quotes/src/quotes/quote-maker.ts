import { accepted, type Outcome, refused } from '@app/event-store';
import { fingerprintOf } from '@app/order-log';
import {
  type Actor,
  after,
  type Currency,
  type DeclinedCoupon,
  type Fee,
  isAmount,
  isCurrency,
  minute,
  type OrderPolicy,
  type Refusal,
  refuse,
  sum,
  totalsOf,
} from '@app/ordering';
import { type CouponPricing } from '@app/reservations';
import { type Offers } from '../offers/offers.js';
import { type AskedPart } from './asked-quote.js';
import { type QuotePart } from './events.js';
import { type AskingRefusal, offeredPart } from './offered-part.js';
import { type QuoteRefusal, type Quotes } from './quotes.js';

export interface AskedQuote {
  readonly quoteId: string;
  readonly buyerId: string;
  readonly by: Actor;
  readonly parts: readonly AskedPart[];
  readonly correlationId: string;
  /** Now (ISO 8601, UTC). */
  readonly at: string;
  /** What a fee is called. */
  readonly labelOf: (code: Fee['code']) => string;
}

/** A part of a quote, with what its figures come from. */
export interface PricedPart {
  readonly part: QuotePart;
  readonly declined: readonly DeclinedCoupon[];
  /** When its coupons end. */
  readonly couponsUntil: readonly string[];
}

export interface NewQuote {
  readonly validUntil: string;
  readonly parts: readonly PricedPart[];
}

export type AskRefusal = QuoteRefusal | AskingRefusal | Refusal<'unknown-currency' | 'bad-money'>;

export interface QuoteMakerOptions {
  readonly quotes: Quotes;
  readonly offers: Offers;
  readonly couponPricing: CouponPricing;
  readonly policyOf: (sellerId: string) => Promise<OrderPolicy>;
  /** How long a quote holds. */
  readonly minutes: number;
}

/** Makes quotes: of the sellers' offers, or of the prices of those who may say prices. */
export class QuoteMaker {
  constructor(private readonly options: QuoteMakerOptions) {}

  /** Prices all parts as of now and records the quote; the same one again is not made twice. */
  async make(asked: AskedQuote): Promise<Outcome<NewQuote, AskRefusal>> {
    const { quotes, minutes } = this.options;
    const { quoteId, buyerId, by, at, correlationId } = asked;
    const parts: PricedPart[] = [];
    for (const wanted of asked.parts) {
      const priced = await this.price(asked, wanted, parts[0]?.part.currency);
      if ('code' in priced) return refused(priced);
      parts.push(priced);
    }
    const [validUntil] = [after(at, minutes * minute), ...parts.flatMap((one) => one.couponsUntil)].sort();
    const data = {
      buyerId,
      by,
      parts: parts.map(({ part }) => part),
      validUntil: validUntil!,
      asked: fingerprintOf([buyerId, asked.parts]),
    };
    const outcome = await quotes.make(quoteId, data, at, { actor: by, correlationId });
    if (outcome.kind === 'refused') return outcome;
    const made = outcome.answer.state!;
    return accepted({
      validUntil: made.validUntil,
      parts: parts.map((priced, index) => ({ ...priced, part: made.parts[index]! })),
    });
  }

  private async price(
    { buyerId, at, labelOf }: AskedQuote,
    wanted: AskedPart,
    currency: Currency | undefined,
  ): Promise<PricedPart | AskRefusal> {
    const { offers, couponPricing, policyOf } = this.options;
    const { sellerId, insured = false, couponCodes = [] } = wanted;
    const offered = await offeredPart(offers, wanted, currency);
    if ('code' in offered) return offered;
    const wrong = moneyRefusal(offered);
    if (wrong !== undefined) return wrong;
    const policy = await policyOf(sellerId);
    const rates = couponPricing.ratesOf(policy);
    const request = { ...offered, buyerId, sellerId, insured, couponCodes };
    const { discounts, declined, coupons, ...figures } = await couponPricing.price(request, rates, at);
    const fees = figures.fees.map((fee) => ({ ...fee, label: labelOf(fee.code) }));
    return {
      part: {
        sellerId,
        ...offered,
        fees,
        discounts,
        couponCodes: discounts.map(({ code }) => code),
        total: totalsOf({ ...offered, fees, discounts }).total,
        policyVersion: policy.version,
      },
      declined,
      couponsUntil: coupons.flatMap(({ validUntil }) =>
        validUntil === undefined ? [] : new Date(validUntil).toISOString(),
      ),
    };
  }
}

function moneyRefusal({
  currency,
  lines,
  shippingFee,
}: Pick<QuotePart, 'currency' | 'lines' | 'shippingFee'>) {
  if (!isCurrency(currency)) return refuse('unknown-currency', { currency });
  // Twice, because the fees can double it.
  const most = 2 * sum([...lines.map(({ quantity, unitPrice }) => quantity * unitPrice), shippingFee]);
  return isAmount(most) ? undefined : refuse('bad-money', { fault: 'sum' });
}
