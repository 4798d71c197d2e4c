import { parkedOf, type ParkedRecord } from '@app/status-events';
import { countOf } from '../count-of.js';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { groupOf, isFollower } from './groups.js';
import { streamLines, streamsOf } from './streams.js';

/** Prints all that is known of what is parked of an order or a stream, and of what was dropped. */
export async function showParked(
  orderId: string,
  { group: asked }: { group?: string },
  terminal: Terminal,
): Promise<void> {
  const { streams, records } = await withEngines(terminal, async ({ database: { pool } }) => ({
    streams: await streamsOf(pool, orderId, asked),
    records: await parkedOf(pool, orderId),
  }));
  await writeLines(terminal.out, streams.flatMap(streamLines).map(printable));
  if (streams.length > 0 && (isFollower(asked) || records.length === 0)) return;
  const group = groupOf(orderId, records, asked);
  const lines = records.filter((record) => record.group === group).flatMap(recordText);
  await writeLines(terminal.out, lines.map(printable));
}

function recordText(record: ParkedRecord): string[] {
  const { group, sequence, headers, reason, attempts, error, partition, offset, parkedAt, dropped } = record;
  return [
    `${sequence === undefined ? 'Record without sequence' : `Event ${sequence}`} of order ${record.orderId}, ${headers.ce_type ?? 'of no type'}`,
    `  parked   by ${group} at ${parkedAt.toISOString()}: ${reason}, ${countOf(attempts, 'attempt')}`,
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
