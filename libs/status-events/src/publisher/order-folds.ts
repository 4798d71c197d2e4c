import { LRUCache } from 'lru-cache';
import { StreamDamaged } from '@app/event-store';
import { evolveEntry, type OrderEntry, type OrderLog, orderStream } from '@app/order-log';
import { type Order } from '@app/ordering';

/** How many orders are kept at hand; of another one the history is read when its next event comes. */
const keptOrders = 10_000;

/** Follows the orders along the log, to know each of them before and after an event. */
export class OrderFolds {
  private readonly kept = new LRUCache<string, { readonly order: Order; readonly revision: number }>({
    max: keptOrders,
  });

  constructor(private readonly orderLog: OrderLog) {}

  /** Throws `StreamDamaged` where the event does not follow from those before it, or these cannot be read. */
  async around(entry: OrderEntry): Promise<{ before: Order | undefined; after: Order }> {
    const { orderId, revision } = entry;
    const before = await this.orderAt(orderId, revision - 1);
    const after = evolveEntry(before, entry);
    this.kept.set(orderId, { order: after, revision });
    return { before, after };
  }

  private async orderAt(orderId: string, revision: number): Promise<Order | undefined> {
    if (revision < 0) return undefined;
    const kept = this.kept.get(orderId);
    if (kept?.revision === revision) return kept.order;
    const history = await this.orderLog.history(orderId);
    const before = history.slice(0, revision + 1);
    if (before.length <= revision)
      throw new StreamDamaged(
        orderStream(orderId),
        before.length,
        'truncated',
        'its events are hidden or gone.',
      );
    return before.reduce<Order | undefined>(evolveEntry, undefined);
  }
}
