import {
  type Currency,
  type MinorUnits,
  offeredPrice,
  type OrderLine,
  type Refusal,
  refuser,
} from '@app/ordering';
import { type OfferTerms } from '../offers/offer-terms.js';
import { type Offers } from '../offers/offers.js';
import { type AskedLine, type AskedPart } from './asked-quote.js';

/** Why something cannot be quoted, with the values that its sentence names. */
export const askingRefusals = {
  'not-offered': ['product'],
  'variant-not-offered': ['title', 'variant'],
  'offer-in-other-currency': ['currency', 'title'],
} as const;

export type AskingRefusal = Refusal<keyof typeof askingRefusals>;

const refuseAsking = refuser(askingRefusals);

/** A part with everything that offers say about it. */
export interface OfferedPart {
  readonly sellerName: string;
  readonly currency: Currency;
  readonly lines: readonly OrderLine[];
  readonly shippingFee: MinorUnits;
}

/** Fills in what is left out of the part from its seller's offers; `currency` is that of the parts before it. */
export async function offeredPart(
  offers: Offers,
  part: AskedPart,
  currency: Currency | undefined,
): Promise<OfferedPart | AskingRefusal> {
  const found = await Promise.all(part.lines.map(({ productId }) => offers.find(part.sellerId, productId)));
  const paidIn = part.currency ?? currency ?? found.find((offer) => offer !== undefined)?.currency;
  const lines: OrderLine[] = [];
  for (const [index, asked] of part.lines.entries()) {
    const line = offeredLine(asked, found[index], paidIn, `/lines/${index}`);
    if ('code' in line) return line;
    lines.push(line);
  }
  const shipped = found.filter((_, index) => lines[index]!.needsShipping !== false);
  return {
    sellerName: part.sellerName ?? found.find((offer) => offer?.sellerName)?.sellerName ?? part.sellerId,
    // Every line without a price has an offer, and with it a currency.
    currency: paidIn ?? '',
    lines,
    shippingFee: part.shippingFee ?? Math.max(0, ...shipped.map((offer) => offer?.shippingFee ?? 0)),
  };
}

/** A line as an order has it: with the price of its own where it has one, else with that of the offer. */
export function offeredLine(
  asked: AskedLine,
  offer: OfferTerms | undefined,
  currency: Currency | undefined,
  pointer: string,
): OrderLine | AskingRefusal {
  const { lineId, productId, variant, quantity, unitPrice = offer && offeredPrice(offer, variant) } = asked;
  const title = asked.title ?? offer?.title ?? productId;
  if (asked.unitPrice === undefined) {
    if (offer === undefined)
      return refuseAsking('not-offered', { product: productId }, `${pointer}/productId`);
    if (offer.currency !== currency)
      return refuseAsking('offer-in-other-currency', { title, currency: offer.currency }, pointer);
  }
  if (unitPrice === undefined)
    return refuseAsking('variant-not-offered', { title, variant: variant ?? 'none' }, `${pointer}/variant`);
  const terms = { needsShipping: offer?.needsShipping, returnable: offer?.returnable, ...asked };
  const flags = (['needsShipping', 'returnable'] as const).filter((flag) => terms[flag] !== undefined);
  return {
    lineId,
    productId,
    title,
    ...(variant === undefined ? {} : { variant }),
    quantity,
    unitPrice,
    ...Object.fromEntries(flags.map((flag) => [flag, terms[flag]])),
  };
}
