import { nothingToRecord, record, refused, type StreamDecision } from '@app/event-store';
import { type Demand } from '@app/ordering';
import { type StockEvent, type VariantQuantity } from './events.js';
import { type Stock } from './stock.js';
import { type StockRefusal } from './stock-refusal.js';
import { type Holding } from './variant-stock.js';

export type StockDecision = StreamDecision<StockEvent, StockRefusal>;

export interface StockReceipt extends VariantQuantity {
  readonly receiptId: string;
}

/** Takes a delivery in, once: its name cannot be that of another one. */
export function receiveStock(stock: Stock | undefined, receipt: StockReceipt, at: string): StockDecision {
  const known = stock?.receivedWith(receipt.receiptId);
  if (known === undefined) return record({ type: 'StockReceived', at, data: receipt });
  return known.variant === receipt.variant && known.quantity === receipt.quantity
    ? nothingToRecord
    : refused({ code: 'receipt-already-exists' });
}

export interface StockCount {
  readonly variant?: string;
  readonly onHand: number;
  readonly note?: string;
}

/** Records what was counted; the same number again changes nothing. */
export const countStock = (stock: Stock | undefined, counted: StockCount, at: string): StockDecision =>
  stock?.variants.get(counted.variant)?.onHand === counted.onHand
    ? nothingToRecord
    : record({ type: 'StockCounted', at, data: counted });

/** What a new order is to have, or one when a change of it is made that was decided on this revision. */
export interface ReservationRequest {
  readonly orderId: string;
  readonly demands: readonly Demand[];
  readonly decidedOn?: number;
  /** Whose units these are until the order is paid, and how many of the product a buyer's unpaid orders may hold. */
  readonly unpaid?: { readonly buyerId: string; readonly limit: number };
}

/** Holds all that an order is to have and does not have yet, or refuses where that is not there. Gives nothing back. */
export function reserveStock(
  stock: Stock | undefined,
  { orderId, demands, decidedOn, unpaid }: ReservationRequest,
  at: string,
): StockDecision {
  // Who keeps no stock sells what they like.
  if (stock === undefined) return nothingToRecord;
  const more = lacking(stock, orderId, demands);
  for (const { variant, quantity } of more) {
    const variantStock = stock.ofVariant(variant);
    if (quantity > variantStock.available) {
      const available = variantStock.available + (variantStock.holdingOf(orderId)?.held ?? 0);
      return refused({ code: 'out-of-stock', variant, available });
    }
  }
  if (unpaid !== undefined && more.length > 0) {
    const available = Math.max(0, unpaid.limit - stock.unpaidBeside(unpaid.buyerId, orderId));
    const taken = more.reduce((sum, { quantity }) => sum + quantity, stock.heldFor(orderId));
    if (taken > available) return refused({ code: 'too-many-unpaid', available });
  }
  // Also where an earlier change has taken all of it, so that its end does not give back what this one needs.
  const isNoted = decidedOn === undefined || stock.isAhead(orderId, decidedOn);
  return more.length === 0 && isNoted
    ? nothingToRecord
    : record({
        type: 'StockReserved',
        at,
        data: { orderId, amounts: more, decidedOn, unpaidBy: unpaid?.buyerId },
      });
}

/** What the order is to have and does not have. */
export const lacking = (stock: Stock, orderId: string, demands: readonly Demand[]): VariantQuantity[] =>
  demands
    .map(({ variant, open, sent }) => {
      const { held = 0, shipped = 0 } = stock.ofVariant(variant).holdingOf(orderId) ?? {};
      return { variant, quantity: open + sent - held - shipped };
    })
    .filter(isSome);

/** Gives back what was held for an order or a change that was refused; nothing where that was settled meanwhile. */
export function releaseStock(
  stock: Stock | undefined,
  { orderId, decidedOn }: Pick<ReservationRequest, 'orderId' | 'decidedOn'>,
  amounts: readonly VariantQuantity[],
  at: string,
): StockDecision {
  if (stock === undefined || stock.decidedOn(orderId) !== decidedOn) return nothingToRecord;
  const released = amounts
    .map(({ variant, quantity }) => {
      const { held = 0 } = stock.ofVariant(variant).holdingOf(orderId) ?? {};
      return { variant, quantity: Math.min(quantity, held) };
    })
    .filter(isSome);
  return released.length === 0
    ? nothingToRecord
    : record({ type: 'StockReleased', at, data: { orderId, amounts: released, reason: 'refused' } });
}

/** An order as it is at a revision; without one, as no order came. */
export interface OrderDemands {
  readonly orderId: string;
  readonly demands: readonly Demand[];
  readonly revision?: number;
  /** Whether the order is paid or confirmed. */
  readonly secured?: boolean;
}

/**
 * Brings what the order has in line with what it takes: what came back is there again; more is held for it whether it is
 * there or not, because the order was taken; what was sent has left; what it takes no more is given back, unless a change may be on its way that
 * needs it: then the order's next event settles it. What the order was before it gave goods back is not settled again.
 */
export function settleStock(
  stock: Stock | undefined,
  { orderId, demands, revision, secured }: OrderDemands,
  at: string,
): StockDecision {
  if (stock === undefined || (revision !== undefined && stock.isPast(orderId, revision)))
    return nothingToRecord;
  const reserved = lacking(stock, orderId, demands);
  const known = (variant: string | undefined): Partial<Holding> =>
    stock.ofVariant(variant).holdingOf(orderId) ?? {};
  const returned = demands.map(({ variant, back }) => ({
    variant,
    quantity: back - (known(variant).returned ?? 0),
  }));
  const shipped = demands.map(({ variant, sent }) => ({
    variant,
    quantity: sent - (known(variant).shipped ?? 0),
  }));
  const keepsAll = revision !== undefined && stock.isAhead(orderId, revision);
  const reason = revision === undefined ? 'no-order' : 'order-changed';
  const released = [...stock.holdingsOf(orderId)].map(({ variant, held, shipped: gone }) => {
    const { open, sent } = demands.find((demand) => demand.variant === variant) ?? { open: 0, sent: 0 };
    return { variant, quantity: held + gone - open - Math.max(sent, gone) };
  });
  const events: StockEvent[] = [
    { type: 'StockReturned', at, data: { orderId, amounts: returned.filter(isSome) } },
    { type: 'StockReserved', at, data: { orderId, amounts: reserved } },
    { type: 'StockShipped', at, data: { orderId, amounts: shipped.filter(isSome) } },
    {
      type: 'StockReleased',
      at,
      data: { orderId, amounts: keepsAll ? [] : released.filter(isSome), reason, revision },
    },
  ];
  if (secured && stock.isUnpaid(orderId)) events.push({ type: 'StockSecured', at, data: { orderId } });
  return record(...events.filter(({ data }) => !('amounts' in data) || data.amounts.length > 0));
}

const isSome = ({ quantity }: VariantQuantity): boolean => quantity > 0;
