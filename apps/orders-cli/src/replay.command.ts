import { type StreamDamaged } from '@app/event-store';
import { type OrderEntry } from '@app/order-log';
import { type OrderEventType } from '@app/ordering';
import { CommandFailure } from './command-failure.js';
import { countOf } from './count-of.js';
import { entryJson } from './entry-json.js';
import { printable } from './printable.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

/** Which events are replayed; what is left out does not narrow. Instants are ISO 8601, UTC. */
export interface ReplayFilter {
  /** Inclusive. */
  readonly from?: string;
  /** Exclusive. */
  readonly to?: string;
  readonly seller?: string;
  readonly type?: readonly OrderEventType[];
}

/**
 * Prints the log's events in their order, one line of JSON each. Orders whose history is damaged are left out from the
 * damage on; then a CommandFailure names them.
 */
export async function replay(filter: ReplayFilter, terminal: Terminal): Promise<void> {
  const damages: StreamDamaged[] = [];
  await withEngines(terminal, ({ orderLog }) => {
    const entries = orderLog.everything((damage) => void damages.push(damage));
    return writeLines(terminal.out, matching(entries, filter));
  });
  if (damages.length === 0) return;
  for (const { message } of damages) terminal.err.write(`${printable(message)}\n`);
  throw new CommandFailure(
    `${countOf(damages.length, 'order')} could not be replayed to the end, as listed above; all others were.`,
  );
}

async function* matching(entries: AsyncIterable<OrderEntry>, filter: ReplayFilter): AsyncIterable<string> {
  const ofSeller = new Set<string>();
  for await (const entry of entries) {
    // Only an order's first event names the seller; it comes before all others of the order.
    if (entry.event.type === 'OrderPlaced' && entry.event.data.sellerId === filter.seller)
      ofSeller.add(entry.orderId);
    if (filter.seller !== undefined && !ofSeller.has(entry.orderId)) continue;
    if (inTime(entry, filter) && (filter.type?.includes(entry.event.type) ?? true)) yield entryJson(entry);
  }
}

function inTime({ event }: OrderEntry, { from, to }: ReplayFilter): boolean {
  const at = Date.parse(event.at);
  return (from === undefined || at >= Date.parse(from)) && (to === undefined || at < Date.parse(to));
}
