import { DateTime } from 'luxon';
import { evolveEntry, type OrderEntry } from '@app/order-log';
import { type Actor, type Order } from '@app/ordering';
import { describeEvent } from './describe-event.js';
import { entryJson } from './entry-json.js';
import { failOnDamage, readableHistory } from './readable-history.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

/** Prints what has happened to an order, one event a line: for people, or as JSON. */
export async function history(orderId: string, { json }: { json?: true }, terminal: Terminal): Promise<void> {
  const history = await withEngines(terminal, ({ orderLog }) => readableHistory(orderLog, orderId));
  await writeLines(terminal.out, json ? history.entries.map(entryJson) : texts(history.entries));
  failOnDamage(history);
}

function* texts(entries: readonly OrderEntry[]): Iterable<string> {
  let order: Order | undefined;
  for (const entry of entries) {
    order = evolveEntry(order, entry);
    yield entryText(entry, order);
  }
}

function entryText({ revision, event, metadata }: OrderEntry, after: Order): string {
  const time = DateTime.fromISO(event.at);
  const local = time.toFormat('yyyy-MM-dd HH:mm:ss ZZ');
  const utc = time.toUTC().toFormat("yyyy-MM-dd HH:mm:ss'Z'");
  const who = metadata.onBehalfOf === undefined ? '' : `, for ${actorText(metadata.onBehalfOf)}`;
  const imported = metadata.imported ? ', imported' : '';
  const what = [event.type, describeEvent(event, after)].filter((text) => text !== '').join(': ');
  return `${String(revision).padStart(3)}  ${local}  ${utc}  ${what}  [${actorText(metadata.actor)}${who}${imported}]`;
}

const actorText = ({ role, id }: Actor): string => `${role} ${id}`;
