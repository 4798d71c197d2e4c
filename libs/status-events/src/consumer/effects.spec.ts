import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { until } from '@app/workers/testing';
import { type StatusEvent } from '../contract/status-event.js';
import { consumed } from '../testing/consumed.js';
import { EffectTable } from '../testing/effect-table.js';
import { histories, ofOrder } from '../testing/histories.js';
import { somebodyWaits } from '../testing/somebody-waits.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { type ConsumerProgress } from './consumer-progress.js';
import { Effects, type HandleEvents } from './effects.js';
import { listParkedOrders, parkedCounts } from './parked-orders.js';
import { type ParkedRecord } from './parked-record.js';
import { releaseParked } from './release-parked.js';

/** The first events of an order of that id. */
const eventsOf = (orderId: string, count = 5): StatusEvent[] =>
  statusEventsOf(ofOrder(orderId, histories.shippedInTwoPackages)).slice(0, count);

const mixed = (...orders: StatusEvent[][]): StatusEvent[] =>
  orders.flat().sort((a, b) => a.sequence - b.sequence);

describe('the effects of a consumer group', () => {
  let database: TestDatabase;
  let effects: EffectTable;
  let group: string;
  let logged: unknown[];

  beforeAll(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    group = randomUUID();
    logged = [];
  });

  const consumer = (handle: HandleEvents = effects.handler(group)): Effects =>
    new Effects(database.pool, { group, types: 'all', handle }, (_, facts) => logged.push(facts));
  const parked = async (): Promise<[string, number | undefined, string][]> =>
    (await listParkedOrders(database.pool, group)).map(({ orderId, sequence, reason }: ParkedRecord) => [
      orderId,
      sequence,
      reason,
    ]);

  it('happen once, however often the records come', async () => {
    const records = consumed(mixed(eventsOf('a'), eventsOf('b')));
    await consumer().apply(records);
    await consumer().apply(records);
    await consumer().apply(records.slice(3));
    expect(await effects.of(group)).toEqual({ a: [1, 2, 3, 4, 5], b: [1, 2, 3, 4, 5] });
    expect(logged).toEqual([]);
  });

  it('happen once in each group', async () => {
    const records = consumed(eventsOf('a', 2));
    await consumer().apply(records);
    const other = `${group}-2`;
    await new Effects(
      database.pool,
      { group: other, types: 'all', handle: effects.handler(other) },
      () => {},
    ).apply(records);
    expect(await effects.of(other)).toEqual({ a: [1, 2] });
  });

  it('happen once when two members take the same records at the same time', async () => {
    const records = consumed(mixed(eventsOf('a'), eventsOf('b')));
    let entered = 0;
    const slow: HandleEvents = async (events, tx) => {
      entered += 1;
      await effects.handler(group)(events, tx);
      const otherIsThere = async () => entered === 2 || somebodyWaits(tx);
      await until('the other member has the records too', otherIsThere);
    };
    await Promise.all([consumer(slow).apply(records), consumer(slow).apply(records)]);
    expect(await effects.of(group)).toEqual({ a: [1, 2, 3, 4, 5], b: [1, 2, 3, 4, 5] });
  });

  it('happen with their note or not at all when the connection is lost in mid-batch', async () => {
    const records = consumed(eventsOf('a'));
    const dying: HandleEvents = async (events, tx) => {
      await effects.handler(group)(events.slice(0, 3), tx);
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    };
    await expect(consumer(dying).apply(records)).rejects.toThrow(/terminat/);
    expect(await effects.of(group)).toEqual({});
    await consumer().apply(records);
    expect(await effects.of(group)).toEqual({ a: [1, 2, 3, 4, 5] });
  });

  it('happen with their note or not at all when the commit fails', async () => {
    await database.pool.query('create table taken (place integer unique deferrable initially deferred)');
    await database.pool.query('insert into taken values (1)');
    const refusedAtCommit: HandleEvents = async (events, tx) => {
      await effects.handler(group)(events, tx);
      await tx.query('insert into taken values (1)');
    };
    await consumer(refusedAtCommit).apply(consumed(eventsOf('a', 1)));
    expect(await effects.of(group)).toEqual({});
    expect(
      await releaseParked(database.pool, { group, types: 'all', handle: effects.handler(group) }, 'a'),
    ).toEqual({
      released: 1,
    });
    expect(await effects.of(group)).toEqual({ a: [1] });
  });

  it('wait for an earlier event of their order, and follow as soon as it has come', async () => {
    const [first, second, third, ...rest] = consumed(eventsOf('a'));
    await consumer().apply([third!, ...consumed(eventsOf('b', 1))]);
    await consumer().apply([...rest, third!]);
    expect(await effects.of(group)).toEqual({ b: [1] });
    expect(await parked()).toEqual([3, 4, 5].map((sequence) => ['a', sequence, 'sequence-gap']));

    await consumer().apply([first!]);
    expect(await effects.of(group)).toMatchObject({ a: [1] });
    await consumer().apply([second!]);
    expect(await effects.of(group)).toEqual({ a: [1, 2, 3, 4, 5], b: [1] });
    expect(await parked()).toEqual([]);
  });

  it('follow after a restart between the missing event and the waiting ones', async () => {
    const [first, ...rest] = consumed(eventsOf('a', 3));
    await consumer().apply(rest);
    // What a crash leaves behind the first transaction: the event is applied, what waits for it is not.
    await database.pool.query('insert into consumed_orders values ($1, $2, 1)', [group, 'a']);
    await consumer().apply([first!]);
    expect(await effects.of(group)).toEqual({ a: [2, 3] });
  });

  it('of one order stop at a poisonous event, and those of the others go on', async () => {
    const poisonous = effects.handler(group, (orderId, sequence) => orderId === 'a' && sequence === 2);
    await consumer(poisonous).apply(consumed(mixed(eventsOf('a'), eventsOf('b'), eventsOf('c'))));
    await consumer(poisonous).apply(consumed(eventsOf('a', 6).slice(5)));
    expect(await effects.of(group)).toEqual({ a: [1], b: [1, 2, 3, 4, 5], c: [1, 2, 3, 4, 5] });
    expect(await parked()).toEqual([
      ['a', 2, 'failed'],
      ...[3, 4, 5, 6].map((sequence) => ['a', sequence, 'follows-parked']),
    ]);
    const [failed] = await listParkedOrders(database.pool, group);
    expect(failed).toMatchObject({ error: 'cannot apply 2', attempts: 3, partition: 0, group });
    expect(logged[0]).toEqual({
      group,
      orderId: 'a',
      correlationId: 'correlation-1',
      type: 'orders.status.payment-captured.v1',
      reason: 'failed',
      error: 'cannot apply 2',
      attempts: 3,
    });
    expect(await parkedCounts(database.pool)).toContainEqual({ group, orders: 1, records: 5 });
  });

  it('are reported when they are committed, each record once', async () => {
    const counts = { applied: 0, duplicates: 0, parked: 0 };
    const count = ({ applied, duplicates, parked }: ConsumerProgress): void => {
      counts.applied += applied.length;
      counts.duplicates += duplicates;
      counts.parked += parked.length;
    };
    const poisonous = effects.handler(group, (orderId, sequence) => orderId === 'a' && sequence === 2);
    const counted = new Effects(database.pool, { group, types: 'all', handle: poisonous }, () => {}, count);
    await counted.apply(consumed(mixed(eventsOf('a'), eventsOf('b'))));
    expect(counts).toEqual({ applied: 6, duplicates: 0, parked: 4 });
    await counted.apply(consumed(eventsOf('b', 3)));
    expect(counts).toEqual({ applied: 6, duplicates: 3, parked: 4 });
    // What was missing comes, and what waited for it follows.
    const [first, second] = consumed(eventsOf('c', 2));
    await counted.apply([second!]);
    await counted.apply([first!]);
    expect(counts).toEqual({ applied: 8, duplicates: 3, parked: 5 });
  });

  it('are caught up in order when an operator releases a poisonous order', async () => {
    const poisonous = effects.handler(group, (_, sequence) => sequence === 2 || sequence === 4);
    await consumer(poisonous).apply(consumed(eventsOf('a')));

    const inVain = await releaseParked(database.pool, { group, types: 'all', handle: poisonous }, 'a');
    expect(inVain).toEqual({ released: 0, error: 'cannot apply 2' });
    expect((await listParkedOrders(database.pool, group))[0]).toMatchObject({ sequence: 2, attempts: 6 });

    const halfMended = effects.handler(group, (_, sequence) => sequence === 4);
    expect(await releaseParked(database.pool, { group, types: 'all', handle: halfMended }, 'a')).toEqual({
      released: 2,
      error: 'cannot apply 4',
    });
    expect(await parked()).toEqual([
      ['a', 4, 'failed'],
      ['a', 5, 'follows-parked'],
    ]);

    const mended = effects.handler(group);
    expect(await releaseParked(database.pool, { group, types: 'all', handle: mended }, 'a')).toEqual({
      released: 2,
    });
    expect(await releaseParked(database.pool, { group, types: 'all', handle: mended }, 'a')).toEqual({
      released: 0,
    });
    expect(await effects.of(group)).toEqual({ a: [1, 2, 3, 4, 5] });
    expect(await parked()).toEqual([]);
  });

  it('go on behind an unreadable record when a readable one has come in its place', async () => {
    const [first, second, third] = consumed(eventsOf('a', 3));
    const broken = { ...second!, value: '{"cut":', headers: { ...second!.headers, odd: 'nul \0' } };
    await consumer().apply([first!, broken, third!]);
    expect(await parked()).toEqual([
      ['a', 2, 'unreadable'],
      ['a', 3, 'follows-parked'],
    ]);
    await consumer().apply(consumed(eventsOf('a', 3).slice(1, 2)));
    expect(await effects.of(group)).toEqual({ a: [1, 2, 3] });
    expect(await parked()).toEqual([]);
  });

  it('are not held up by a record that does not even say its place', async () => {
    const [first, second] = consumed(eventsOf('a', 2));
    await consumer().apply([first!, { ...second!, offset: -1n, headers: {} }, second!]);
    expect(await effects.of(group)).toEqual({ a: [1, 2] });
    expect(await parked()).toEqual([['a', undefined, 'unreadable']]);
  });

  describe('of a group that wants some types', () => {
    const types = ['orders.status.placed.v1', 'orders.status.hold-released.v1'] as const;
    const some = () => new Effects(database.pool, { group, types, handle: effects.handler(group) }, () => {});
    const wanted = { a: [1, 4] };

    it('leave out all others, unknown and unreadable ones too, and no order stands still (M23)', async () => {
      const [first, second, third, ...rest] = consumed(eventsOf('a'));
      const unknown = { ...second!, headers: { ...second!.headers, ce_type: 'orders.status.gifted.v1' } };
      await some().apply([first!, unknown, { ...third!, value: '{"cut":' }, ...rest]);
      await some().apply(rest);
      expect(await effects.of(group)).toEqual(wanted);
      expect(await parked()).toEqual([]);
    });

    it('keep their order around one of another type that comes too early or late', async () => {
      const [first, second, third, fourth, fifth] = consumed(eventsOf('a'));
      await some().apply([fifth!, third!, fourth!]);
      await some().apply([first!]);
      expect(await effects.of(group)).toEqual({ a: [1] });
      expect(await parked()).toEqual([3, 4, 5].map((sequence) => ['a', sequence, 'sequence-gap']));
      await some().apply([second!]);
      expect(await effects.of(group)).toEqual(wanted);
      expect(await parked()).toEqual([]);
    });

    it('go on where another type was parked, when an operator releases the order', async () => {
      const [first, second, ...rest] = consumed(eventsOf('a'));
      await consumer().apply([first!, { ...second!, value: '{"cut":' }, ...rest]);
      const reports: Pick<ConsumerProgress, 'applied' | 'skipped'>[] = [];
      const { pool } = database;
      expect(await releaseParked(pool, { group, types, handle: effects.handler(group) }, 'a')).toEqual({
        released: 4,
      });
      expect(await effects.of(group)).toEqual(wanted);
      await new Effects(
        pool,
        { group, types, handle: effects.handler(group) },
        () => {},
        (progress) => reports.push(progress),
      ).apply(consumed(eventsOf('b', 2)));
      expect(reports).toMatchObject([{ applied: [{ sequence: 1 }], skipped: 1, duplicates: 0, parked: [] }]);
    });
  });

  it('of a group that wants all types are those too of a type that is newer than this software', async () => {
    const [first] = consumed(eventsOf('a', 1));
    await consumer().apply([
      { ...first!, headers: { ...first!.headers, ce_type: 'orders.status.gifted.v1' } },
    ]);
    expect(await effects.of(group)).toEqual({ a: [1] });
  });

  it('are tried as often as it takes when the database is to blame', async () => {
    const deadlock = Object.assign(new DatabaseError('deadlock detected', 0, 'error'), { code: '40P01' });
    const unlucky: HandleEvents = () => Promise.reject(deadlock);
    const unmigrated: HandleEvents = async (_, tx) => void (await tx.query('select from not_there_yet'));
    const records = consumed(eventsOf('a', 2));
    for (let round = 0; round < 5; round += 1) {
      await expect(consumer(unlucky).apply(records)).rejects.toBe(deadlock);
      await expect(consumer(unmigrated).apply(records)).rejects.toThrow('not_there_yet');
    }
    expect(await parked()).toEqual([]);
    await consumer().apply(records);
    expect(await effects.of(group)).toEqual({ a: [1, 2] });
  });
});
