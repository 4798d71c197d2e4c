import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { anyDeliveries, deliverEvents } from '../testing/deliveries.js';
import { EffectTable } from '../testing/effect-table.js';
import { listParkedOrders } from './parked-orders.js';

describe('however status events are repeated and reordered', () => {
  let database: TestDatabase;
  let effects: EffectTable;

  beforeAll(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
  });
  afterAll(() => database.drop());

  it('each has one effect, in the order of its order', () =>
    fc.assert(
      fc.asyncProperty(anyDeliveries, async ({ events, batches }) => {
        const group = randomUUID();
        for (const batch of batches)
          await deliverEvents(database.pool, { group, types: 'all', handle: effects.handler(group) }, batch);
        const expected: Record<string, number[]> = {};
        for (const { partitionkey, sequence } of events) (expected[partitionkey] ??= []).push(sequence);
        expect(await effects.of(group)).toEqual(expected);
        expect(await listParkedOrders(database.pool, group)).toEqual([]);
      }),
      { numRuns: 40 },
    ));
});
