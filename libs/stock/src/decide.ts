import { type Demand } from '@app/ordering';
import { type ResourceDecision } from '@app/reservations';
import { type Amount, type ReleaseReason, type StockEvent } from './events.js';
import { type StockRefusal } from './stock-refusal.js';
import { type Stock } from './stock.js';

export type StockDecision = ResourceDecision<StockEvent, StockRefusal>;

const nothing: StockDecision = { events: [] };

export interface Receipt extends Amount {
  readonly receiptId: string;
}

/** Takes a delivery in, once. */
export const receive = (stock: Stock | undefined, receipt: Receipt, at: string): StockDecision =>
  stock?.isReceived(receipt.receiptId) ? nothing : { events: [{ type: 'StockReceived', at, data: receipt }] };

export interface Count {
  readonly variant?: string;
  readonly onHand: number;
  readonly note?: string;
}

/** Records what was counted; the same number again changes nothing. */
export const count = (stock: Stock | undefined, counted: Count, at: string): StockDecision =>
  stock?.variants.get(counted.variant)?.onHand === counted.onHand
    ? nothing
    : { events: [{ type: 'StockCounted', at, data: counted }] };

/** Holds all that an order is to have and does not have yet, or refuses where that is not there. Gives nothing back. */
export function reserve(
  stock: Stock | undefined,
  orderId: string,
  demands: readonly Demand[],
  at: string,
): StockDecision {
  // Who keeps no stock sells what they like.
  if (stock === undefined) return nothing;
  const more = lacking(stock, orderId, demands);
  const short = more.find(({ variant, quantity }) => quantity > stock.shelfOf(variant).available);
  if (short !== undefined)
    return {
      refusal: {
        code: 'out-of-stock',
        variant: short.variant,
        available: stock.shelfOf(short.variant).available,
      },
    };
  return more.length === 0
    ? nothing
    : { events: [{ type: 'StockReserved', at, data: { orderId, amounts: more } }] };
}

/** What the order is to have and does not have. */
export const lacking = (stock: Stock, orderId: string, demands: readonly Demand[]): Amount[] =>
  demands
    .map(({ variant, open, sent }) => {
      const { held = 0, shipped = 0 } = stock.shelfOf(variant).holdingOf(orderId) ?? {};
      return { variant, quantity: open + sent - held - shipped };
    })
    .filter(({ quantity }) => quantity > 0);

/**
 * Brings what the order has in line with what it takes: more is held for it whether it is there or not, because the
 * order was taken; what it takes no more is given back; what was sent has left.
 */
export function settle(
  stock: Stock | undefined,
  orderId: string,
  demands: readonly Demand[],
  reason: ReleaseReason,
  at: string,
): StockDecision {
  if (stock === undefined) return nothing;
  const reserved = lacking(stock, orderId, demands);
  const shipped: Amount[] = [];
  const released: Amount[] = [];
  const taken = (variant: string | undefined): Pick<Demand, 'open' | 'sent'> =>
    demands.find((demand) => demand.variant === variant) ?? { open: 0, sent: 0 };
  for (const { variant, sent } of demands) {
    const quantity = sent - (stock.shelfOf(variant).holdingOf(orderId)?.shipped ?? 0);
    if (quantity > 0) shipped.push({ variant, quantity });
  }
  for (const { variant, held, shipped: gone } of stock.holdingsOf(orderId)) {
    const { open, sent } = taken(variant);
    const quantity = held + gone - open - Math.max(sent, gone);
    if (quantity > 0) released.push({ variant, quantity });
  }
  const events: StockEvent[] = [];
  if (reserved.length > 0) events.push({ type: 'StockReserved', at, data: { orderId, amounts: reserved } });
  if (shipped.length > 0) events.push({ type: 'StockShipped', at, data: { orderId, amounts: shipped } });
  if (released.length > 0)
    events.push({ type: 'StockReleased', at, data: { orderId, amounts: released, reason } });
  return { events };
}
