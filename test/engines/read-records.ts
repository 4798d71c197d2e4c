import { randomUUID } from 'node:crypto';
import { type StatusLog, type StatusRecord } from '@app/status-events';
import { until } from '@app/workers/testing';
import { reach } from './numbered-records.js';

/** Everything that is in the topic, in order per partition, once all positions up to the last one are there. */
export async function readRecords(log: StatusLog, last: number): Promise<StatusRecord[]> {
  const group = `reader-${randomUUID()}`;
  const records: StatusRecord[] = [];
  const stop = new AbortController();
  const done = log.consume({
    group,
    signal: stop.signal,
    handle: async (some) => void records.push(...some),
  });
  await until('all records came', () => reach(records, last));
  await until('nothing is left', async () => (await log.lag(group)).records === 0);
  stop.abort();
  await done;
  return records;
}
