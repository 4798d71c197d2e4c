import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../../database/src/testing/test-database.js';
import { type ConsumedRecord } from '../status-log.port.js';
import { consumed } from '../testing/consumed.js';
import { EffectTable } from '../testing/effect-table.js';
import { anyHistory } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { Effects } from './effects.js';
import { listParked } from './parking.js';

const orders = fc.tuple(anyHistory('a'), anyHistory('b'), anyHistory('c'));

/** Every record at least once, in any order, cut into batches. */
const deliveries = orders.chain((histories) => {
  const records = consumed(histories.flatMap((history) => statusEventsOf(history)));
  const repeated = fc.subarray(records).map((some) => [...records, ...some]);
  return repeated
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    .chain((all) => fc.tuple(fc.constant(all), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 })))
    .map(([all, sizes]) => ({ histories, batches: cut(all, sizes) }));
});

function cut(records: readonly ConsumedRecord[], sizes: readonly number[]): ConsumedRecord[][] {
  const batches: ConsumedRecord[][] = [];
  for (let start = 0; start < records.length; start += batches.at(-1)!.length)
    batches.push(records.slice(start, start + sizes[batches.length % sizes.length]!));
  return batches;
}

describe('however status events are repeated and reordered', () => {
  let database: TestDatabase;
  let effects: EffectTable;
  let runs = 0;

  beforeAll(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
  });
  afterAll(() => database.drop());

  it('each has one effect, in the order of its order', () =>
    fc.assert(
      fc.asyncProperty(deliveries, async ({ histories, batches }) => {
        const group = `run ${(runs += 1)}`;
        const consumer = new Effects(database.pool, group, effects.handler(group), () => {});
        for (const batch of batches) await consumer.apply(batch);
        const [a, b, c] = histories.map((history) => history.map((_, index) => index + 1));
        expect(await effects.of(group)).toEqual({ a, b, c });
        expect(await listParked(database.pool, group)).toEqual([]);
      }),
      { numRuns: 40 },
    ));
});
