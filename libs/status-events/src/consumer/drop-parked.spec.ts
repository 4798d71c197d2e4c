import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { until } from '@app/workers/testing';
import { type ConsumedRecord } from '../status-log.port.js';
import { consumed } from '../testing/consumed.js';
import { deliverEvents } from '../testing/deliveries.js';
import { EffectTable } from '../testing/effect-table.js';
import { histories, ofOrder } from '../testing/histories.js';
import { somebodyWaits } from '../testing/somebody-waits.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { dropParked, type DropRequest } from './drop-parked.js';
import { type HandleEvents } from './effects.js';
import { listParkedOrders, parkedCounts, parkedOf, parkedOrders } from './parked-orders.js';
import { releaseParked } from './release-parked.js';

const recordsOf = (orderId: string, count = 5): ConsumedRecord[] =>
  consumed(statusEventsOf(ofOrder(orderId, histories.shippedInTwoPackages)).slice(0, count));

describe('dropping a parked event', () => {
  let database: TestDatabase;
  let effects: EffectTable;
  let group: string;
  let orderId: string;

  beforeAll(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    group = randomUUID();
    orderId = randomUUID();
  });

  const consume = (records: readonly ConsumedRecord[], handle: HandleEvents = effects.handler(group)) =>
    deliverEvents(database.pool, { group, types: 'all', handle }, records);
  const drop = (request: Partial<DropRequest> = {}, handle: HandleEvents = effects.handler(group)) =>
    dropParked(database.pool, { group, types: 'all', handle }, orderId, {
      by: 'ops',
      reason: 'no cure',
      ...request,
    });
  const poison = (...sequences: number[]): HandleEvents =>
    effects.handler(group, (_, sequence) => sequences.includes(sequence));
  const effectsOfOrder = async () => (await effects.of(group))[orderId];
  const count = async () => (await parkedCounts(database.pool)).find((counted) => counted.group === group);

  it('passes it over without an effect, and what follows has its effects once, in order', async () => {
    const records = recordsOf(orderId);
    await consume(records, poison(2));
    expect(await count()).toEqual({ group, orders: 1, records: 4 });

    expect(await drop()).toEqual({ kind: 'dropped', sequence: 2, released: 3 });
    await consume(records);
    await consume(recordsOf(orderId, 6).slice(5));
    expect(await effectsOfOrder()).toEqual([1, 3, 4, 5, 6]);
    expect(await listParkedOrders(database.pool, group)).toEqual([]);
    expect(await count()).toBeUndefined();
  });

  it('keeps its record, with who dropped it, when and why', async () => {
    const records = recordsOf(orderId);
    await consume(records, poison(2));
    await drop();
    const { key, headers, value, offset } = records[1]!;
    expect(await parkedOf(database.pool, orderId)).toEqual([
      expect.objectContaining({
        ...{ group, key, headers, value, offset, sequence: 2, attempts: 3, error: 'cannot apply 2' },
        dropped: { by: 'ops', reason: 'no cure', at: expect.any(Date) },
      }),
    ]);
    const [trace] = await parkedOf(database.pool, orderId);
    expect(Math.abs(trace!.dropped!.at.getTime() - Date.now())).toBeLessThan(30_000);
  });

  it('goes on up to the next event that cannot be applied, which can be dropped in its turn', async () => {
    await consume(recordsOf(orderId), poison(2, 4));
    expect(await drop({}, poison(4))).toEqual({
      ...{ kind: 'dropped', sequence: 2, released: 1 },
      error: 'cannot apply 4',
    });
    expect(await drop({ sequence: 4 })).toEqual({ kind: 'dropped', sequence: 4, released: 1 });
    expect(await effectsOfOrder()).toEqual([1, 3, 5]);
  });

  it('takes all records in which the event came', async () => {
    const [first, second, third] = recordsOf(orderId, 3);
    await consume([first!, { ...second!, value: '{"cut":' }, third!]);
    const [again] = recordsOf(orderId, 2).slice(1);
    await consume([again!], poison(2));
    expect(await count()).toMatchObject({ records: 3 });
    expect(await drop()).toEqual({ kind: 'dropped', sequence: 2, released: 1 });
    expect(await parkedOf(database.pool, orderId)).toHaveLength(2);
  });

  it('is no cure for an unreadable record beside which a readable one is parked: a release takes that', async () => {
    const [first, second] = recordsOf(orderId, 2);
    await consume([first!, { ...second!, value: '{"cut":' }]);
    await consume(recordsOf(orderId, 2).slice(1), poison(2));
    const released = await releaseParked(
      database.pool,
      { group, types: 'all', handle: effects.handler(group) },
      orderId,
    );
    expect(released).toEqual({ released: 1 });
    expect(await effectsOfOrder()).toEqual([1, 2]);
    expect(await count()).toBeUndefined();
  });

  it('sets a record aside that does not say its sequence, once nothing else is parked', async () => {
    const [first, second] = recordsOf(orderId, 2);
    await consume([first!, { ...second!, offset: -1n, headers: {} }]);
    expect(await drop()).toEqual({ kind: 'dropped', sequence: undefined, released: 0 });
    expect(await count()).toBeUndefined();
    await consume([second!]);
    expect(await effectsOfOrder()).toEqual([1, 2]);
  });

  describe('is refused', () => {
    const refused = (code: string, message: RegExp) => ({
      kind: 'refused',
      refusal: { code, message: expect.stringMatching(message) },
    });
    const nothingChanged = async (work: () => Promise<void>) => {
      const before = [await parkedOf(database.pool, orderId), await effectsOfOrder()];
      await work();
      expect([await parkedOf(database.pool, orderId), await effectsOfOrder()]).toEqual(before);
    };

    it('when nothing is parked', async () => {
      await consume(recordsOf(orderId));
      expect(await drop()).toEqual(refused('nothing-parked', /Nothing of order/));
    });

    it('when the order waits for an event that never came', async () => {
      await consume(recordsOf(orderId).slice(2));
      await nothingChanged(async () =>
        expect(await drop()).toEqual(refused('event-missing', /waits for event 1,/)),
      );
      await consume(recordsOf(orderId).slice(0, 2));
      expect(await effectsOfOrder()).toEqual([1, 2, 3, 4, 5]);
    });

    it('when what blocks the order may be a record that does not say its sequence', async () => {
      const [first, second, third] = recordsOf(orderId, 3);
      await consume([first!, { ...second!, headers: {} }, third!]);
      await nothingChanged(async () =>
        expect(await drop()).toEqual(refused('sequence-unknown', /waits for event 2\..*published again/)),
      );
    });

    it('when another event blocks the order than the operator means', async () => {
      await consume(recordsOf(orderId), poison(2));
      await nothingChanged(async () =>
        expect(await drop({ sequence: 3 })).toEqual(refused('other-event', /not event 3 .* but event 2/)),
      );
    });

    it('when the event was never tried', async () => {
      await consume(recordsOf(orderId, 3).slice(1));
      // What a crash leaves behind the first transaction: the missing event is applied, what waited for it is not.
      await database.pool.query('insert into consumed_orders values ($1, $2, 1)', [group, orderId]);
      await nothingChanged(async () =>
        expect(await drop()).toEqual(refused('not-tried', /Event 2 .* release/)),
      );
    });
  });

  it('drops one event when two operators do it at the same time', async () => {
    await consume(recordsOf(orderId), poison(2));
    const outcomes = await Promise.all([drop(), drop(), drop()]);
    expect(outcomes.filter(({ kind }) => kind === 'dropped')).toHaveLength(1);
    expect(await effectsOfOrder()).toEqual([1, 3, 4, 5]);
  });

  it('leaves the event to a consumer that is applying it at that moment', async () => {
    const records = recordsOf(orderId);
    await consume(records, poison(2));
    let met = false;
    let dropping: ReturnType<typeof drop> | undefined;
    const slow: HandleEvents = async (events, tx) => {
      await effects.handler(group)(events, tx);
      dropping ??= drop();
      await until('the drop waits for the partition', async () => met || somebodyWaits(tx));
      met = true;
    };
    await consume(records, slow);
    const outcome = await dropping!;
    expect(outcome.kind).toBe('refused');
    expect(await effectsOfOrder()).toEqual([1, 2, 3, 4, 5]);
  });

  it('or a release, at any moment of a running consumer, gives every event one effect or one trace', async () => {
    const orderIds = Array.from({ length: 5 }, () => randomUUID());
    const records = orderIds.flatMap((id) => recordsOf(id));
    await consume(records, poison(2));
    const mended = { group, types: 'all' as const, handle: effects.handler(group) };
    const request = { by: 'ops', reason: 'race' };
    await Promise.all([
      consume(records),
      ...orderIds.map((id) => dropParked(database.pool, mended, id, request)),
      ...orderIds.map((id) => releaseParked(database.pool, mended, id)),
      consume(records),
    ]);
    const happened = await effects.of(group);
    for (const id of orderIds) {
      const traces = (await parkedOf(database.pool, id)).map(({ sequence, dropped }) => [
        sequence,
        dropped?.by,
      ]);
      expect([happened[id], traces]).toEqual(
        traces.length === 0 ? [[1, 2, 3, 4, 5], []] : [[1, 3, 4, 5], [[2, 'ops']]],
      );
    }
    expect(await parkedOrders(database.pool, { group })).toEqual([]);
  });
});
