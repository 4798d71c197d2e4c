import { type OrderEntry, type OrderLog } from '@app/order-log';
import { type OrderEventType } from '@app/ordering';
import { entryJson } from './entry-json.js';
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

/** Prints the log's events in their order, one line of JSON each. */
export const replay = (filter: ReplayFilter, terminal: Terminal): Promise<void> =>
  withEngines(terminal, ({ orderLog }) => writeLines(terminal.out, matching(orderLog, filter)));

async function* matching(orderLog: OrderLog, filter: ReplayFilter): AsyncIterable<string> {
  const ofSeller = new Set<string>();
  for await (const entry of orderLog.everything()) {
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
