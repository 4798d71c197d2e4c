import { LRUCache } from 'lru-cache';
import { type OrderEntry, type OrderLog } from '@app/order-log';
import { evolve, fold, type Order } from '@app/ordering';

/** How many orders are kept at hand; of another one the history is read when its next event comes. */
const keptOrders = 10_000;

/** Follows the orders along the log, to know each of them before and after an event. */
export class OrderFolds {
  private readonly kept = new LRUCache<string, { readonly order: Order; readonly revision: number }>({
    max: keptOrders,
  });

  constructor(private readonly orderLog: OrderLog) {}

  async around(entry: OrderEntry): Promise<{ before: Order | undefined; after: Order }> {
    const { orderId, revision, event } = entry;
    const before = await this.orderAt(orderId, revision - 1);
    const after = evolve(before, event);
    this.kept.set(orderId, { order: after, revision });
    return { before, after };
  }

  private async orderAt(orderId: string, revision: number): Promise<Order | undefined> {
    if (revision < 0) return undefined;
    const kept = this.kept.get(orderId);
    if (kept?.revision === revision) return kept.order;
    const history = await this.orderLog.history(orderId);
    return fold(history.slice(0, revision + 1).map((entry) => entry.event));
  }
}
