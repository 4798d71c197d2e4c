import { randomUUID } from 'node:crypto';
import { type EventStore } from '@app/event-store';
import { OrderCommands, OrderLog } from '@app/order-log';
import { request } from '@app/order-log/testing';
import { defaultPolicy, type OrderCommand, type OrderPolicy } from '@app/ordering';
import { create } from '@app/ordering/testing';
import { CouponPricing } from '../coupons/coupon-pricing.js';
import { Coupons } from '../coupons/coupons.js';
import { OrderReservations } from '../order-reservations.js';
import { Stocks } from '../stock/stocks.js';
import { type VariantStock } from '../stock/variant-stock.js';

export const at = '2026-01-05T09:00:00.000Z';

/** A process of its own: it shares the log with the others, and nothing else. */
export function processOn(store: EventStore, policy: Partial<OrderPolicy> = {}) {
  const [orderLog, stocks, coupons] = [new OrderLog(store), new Stocks(store), new Coupons(store)];
  const couponPricing = new CouponPricing(coupons, async () => 0);
  const reservations = new OrderReservations({ orderLog, stocks, coupons, couponPricing });
  const inForce = async () => ({ ...defaultPolicy, ...policy });
  const commands = new OrderCommands(orderLog, inForce, reservations);
  return { stocks, coupons, log: orderLog, commands, reservations };
}

/** A seller with so many shirts. */
export async function shopOn(store: EventStore, shirts: number, policy: Partial<OrderPolicy> = {}) {
  const sellerId = randomUUID();
  const { stocks, commands } = processOn(store, policy);
  const counting = (onHand: number, variant?: string) =>
    processOn(store).stocks.count(sellerId, 'p-shirt', { onHand, variant }, at, {});
  await counting(shirts);
  const issue = (orderId: string, command: OrderCommand, by = commands) =>
    by.execute(request(orderId, command));
  const codeOf = async (outcome: ReturnType<typeof issue>) => {
    const described = await outcome;
    return described.kind === 'refused' ? described.refusal.code : described.answer.status;
  };
  return {
    sellerId,
    stocks,
    counting,
    /** Two shirts and a mug. */
    order: (orderId: string = randomUUID(), by = commands, changes: object = {}) =>
      codeOf(issue(orderId, create({ orderId, sellerId, ...changes }), by)),
    on: (orderId: string, command: OrderCommand, by = commands) => codeOf(issue(orderId, command, by)),
    refusalOf: async (orderId: string, command: OrderCommand) => {
      const outcome = await issue(orderId, command);
      return outcome.kind === 'refused' ? outcome.refusal : undefined;
    },
    variantStock: async (variant?: string): Promise<Pick<VariantStock, 'onHand' | 'held' | 'available'>> => {
      const { onHand, held, available } = (await processOn(store).stocks.find(
        sellerId,
        'p-shirt',
      ))!.ofVariant(variant);
      return { onHand, held, available };
    },
  };
}

export const confirmCommand: OrderCommand = { type: 'confirm' };
export const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];
