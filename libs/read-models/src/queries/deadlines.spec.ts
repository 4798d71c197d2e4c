import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { encodeOrderEvent, orderStream } from '@app/order-log';
import { type OrderEvent } from '@app/ordering';
import { create, given, pay, time } from '@app/ordering/testing';
import { appendTo, entriesOf } from '../testing/entries.js';
import { project } from '../testing/projected.js';
import { dueDeadlines, listDeadlines, takeDue } from './deadlines.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeEach(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
});
afterEach(async () => {
  await eventStore.close();
  await database.drop();
});

const unpaid = (orderId: string, hours = 1): readonly OrderEvent[] =>
  given([create({ orderId }), { at: time(hours) }]).events;
const expiry = (orderId: string, hours = 1) => ({
  orderId,
  timer: 'unpaid-expiry',
  subject: '',
  dueAt: time(hours + 24),
});
const claim = { limit: 10, claimSeconds: 60 };

describe('deadlines', () => {
  it('follow what happens to an order', async () => {
    const { pool } = database;
    await appendTo(eventStore, 'o-1', unpaid('o-1'));
    await appendTo(eventStore, 'o-2', unpaid('o-2', 2));
    await project(pool, eventStore);
    expect(await listDeadlines(pool)).toEqual([expiry('o-1'), expiry('o-2', 2)]);
    expect(await listDeadlines(pool, { until: time(25) })).toEqual([expiry('o-1')]);
    expect(await listDeadlines(pool, { orderId: 'o-2' })).toEqual([expiry('o-2', 2)]);

    await appendTo(eventStore, 'o-1', given(create(), pay(), { type: 'confirm' }).events.slice(1), 1);
    await project(pool, eventStore);
    expect(await listDeadlines(pool, { orderId: 'o-1' })).toMatchObject([{ timer: 'ship-by' }]);
  });

  it('are none of imported history', async () => {
    const [placed] = entriesOf(unpaid('o-1'));
    const metadata = { ...placed!.metadata, imported: true } as const;
    await eventStore.append(orderStream('o-1'), 'no-stream', [
      encodeOrderEvent(placed!.id, placed!.event, metadata),
    ]);
    await project(database.pool, eventStore);
    expect(await listDeadlines(database.pool)).toEqual([]);
  });

  it('are counted once they are due, with the age of the first', async () => {
    const { pool } = database;
    expect(await dueDeadlines(pool, time(99))).toEqual({ count: 0, oldest: null });
    await appendTo(eventStore, 'o-1', unpaid('o-1'));
    await appendTo(eventStore, 'o-2', unpaid('o-2', 2));
    await project(pool, eventStore);
    expect(await dueDeadlines(pool, time(25))).toEqual({ count: 1, oldest: time(25) });
    expect(await dueDeadlines(pool, time(99))).toEqual({ count: 2, oldest: time(25) });
  });
});

describe('taking what is due', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await appendTo(eventStore, `o-${n}`, unpaid(`o-${n}`, n));
    await project(database.pool, eventStore);
  });

  it('gives each to one alone, the oldest first, and nothing before its time', async () => {
    const { pool } = database;
    expect(await takeDue(pool, time(24), claim)).toEqual([]);
    expect(await takeDue(pool, time(28), { ...claim, limit: 2 })).toEqual([expiry('o-1'), expiry('o-2', 2)]);
    const taken = await Promise.all([1, 2, 3].map(() => takeDue(pool, time(28), { ...claim, limit: 2 })));
    expect(
      taken
        .flat()
        .map(({ orderId }) => orderId)
        .sort(),
    ).toEqual(['o-3', 'o-4']);
  });

  it('gives again what a worker took that never came back', async () => {
    const { pool } = database;
    expect(await takeDue(pool, time(25), claim)).toHaveLength(1);
    expect(await takeDue(pool, time(25), claim)).toHaveLength(0);
    await pool.query('update deadline_claims set until = clock_timestamp()');
    expect(await takeDue(pool, time(25), claim)).toHaveLength(1);
  });
});
