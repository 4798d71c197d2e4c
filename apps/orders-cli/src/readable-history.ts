import { refuseRetention, StreamDamaged } from '@app/event-store';
import { type OrderEntry, type OrderLog, orderStream } from '@app/order-log';
import { CommandFailure } from './command-failure.js';

/** What can be read of an order's history. */
export interface ReadableHistory {
  readonly entries: readonly OrderEntry[];
  /** Why there is no more of it, where it is damaged. */
  readonly damage?: StreamDamaged;
}

/** Reads an order's history up to a damage. Throws a CommandFailure where there is no such order. */
export async function readableHistory(orderLog: OrderLog, orderId: string): Promise<ReadableHistory> {
  const entries: OrderEntry[] = [];
  try {
    for await (const entry of orderLog.entries(orderId)) entries.push(entry);
    await refuseRetention(orderLog.store, orderStream(orderId));
  } catch (error) {
    if (!(error instanceof StreamDamaged)) throw error;
    return { entries, damage: error };
  }
  if (entries.length === 0) throw new CommandFailure(`There is no order ${orderId}.`);
  return { entries };
}

/** Throws a CommandFailure where a history is damaged, after what could be read was printed. */
export function failOnDamage({ damage }: ReadableHistory): void {
  if (damage !== undefined) throw new CommandFailure(`This is not all of it. ${damage.message}`);
}
