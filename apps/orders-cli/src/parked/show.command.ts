import { type ParkedRecord, parkedOf } from '@app/status-events';
import { counted } from '../counted.js';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { groupOf } from './groups.js';

/** Prints all that is known of an order's records that a group has parked, and of those that were dropped. */
export async function showParked(
  orderId: string,
  { group: asked }: { group?: string },
  terminal: Terminal,
): Promise<void> {
  const records = await withEngines(terminal, ({ database }) => parkedOf(database.pool, orderId));
  const group = groupOf(orderId, records, asked);
  const lines = records.filter((record) => record.group === group).flatMap(recordText);
  await writeLines(terminal.out, lines.map(printable));
}

function recordText(record: ParkedRecord): string[] {
  const { group, sequence, headers, reason, attempts, error, partition, offset, parkedAt, dropped } = record;
  return [
    `${sequence === undefined ? 'Record without sequence' : `Event ${sequence}`} of order ${record.orderId}, ${headers.ce_type ?? 'of no type'}`,
    `  parked   by ${group} at ${parkedAt.toISOString()}: ${reason}, ${counted(attempts, 'attempt')}`,
    `  error    ${error}`,
    ...(dropped === undefined
      ? []
      : [`  dropped  by ${dropped.by} at ${dropped.at.toISOString()}: ${dropped.reason}`]),
    `  place    partition ${partition}, offset ${offset}`,
    ...Object.entries(headers)
      .sort()
      .map(([name, text]) => `  header   ${name}: ${text}`),
    ...dataText(record).map((line) => `  data     ${line}`),
  ];
}

/** The data laid out over lines; as it came, where it is no JSON. */
function dataText({ value }: ParkedRecord): string[] {
  try {
    return JSON.stringify(JSON.parse(value), undefined, 2).split('\n');
  } catch {
    return value.split('\n');
  }
}
