import { type StatusLog, type StatusRecord } from '@app/status-events';
import { until } from '../../libs/status-events/src/testing/until.js';

export type Numbered = Pick<StatusRecord, 'key' | 'headers'>;

const keys = 40;

/** Records at the log positions from `first` to `last`, of orders that take turns. */
export const numberedRecords = (first: number, last: number): StatusRecord[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    key: `order-${(first + index) % keys}`,
    headers: { ce_logposition: String(first + index) },
    value: 'x'.repeat(500),
  }));

export const positionOf = ({ headers }: Numbered): number => Number(headers.ce_logposition);

/** The positions that each order's consumer acts on, given that it drops what it has had. */
export function effects(records: readonly Numbered[]): Map<string, number[]> {
  const positions = new Map<string, Set<number>>();
  for (const record of records)
    positions.set(record.key, (positions.get(record.key) ?? new Set()).add(positionOf(record)));
  return new Map([...positions].sort().map(([key, some]) => [key, [...some]]));
}

/** Everything that is in the topic, in order per partition. */
export async function readAll(log: StatusLog): Promise<StatusRecord[]> {
  const group = 'reader';
  const { records: count } = await log.lag(group);
  const records: StatusRecord[] = [];
  const stop = new AbortController();
  const done = log.consume({
    group,
    signal: stop.signal,
    handle: async (some) => void records.push(...some),
  });
  await until('the topic has been read', () => records.length >= count);
  stop.abort();
  await done;
  return records;
}
