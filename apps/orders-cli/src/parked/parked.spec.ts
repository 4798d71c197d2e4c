import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { noticesConsumer, noticesOf } from '@app/notices';
import { consumerWorks, PostgresStatusLog, type StatusEvent, toRecord } from '@app/status-events';
import { consumed, deliverEvents, histories, ofOrder, statusEventsOf } from '@app/status-events/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { type Captured, runCaptured } from '../testing/run-captured.js';

describe('orders parked', () => {
  let database: TestDatabase;
  let orderId: string;
  let events: StatusEvent[];

  beforeAll(async () => {
    database = await testDatabase();
    // Notes every attempt to store a notice, and lets those fail that the test wants to fail.
    await database.pool.query(`
      create table attempts (nr serial, order_id text, sequence bigint, role text);
      create table poison (order_id text, sequence bigint);
      create function note_attempt() returns trigger language plpgsql as $$
      begin
        if exists (select from poison where order_id = new.order_id and sequence = new.sequence) then
          raise exception 'no mailbox for event %', new.sequence;
        end if;
        insert into attempts (order_id, sequence, role) values (new.order_id, new.sequence, new.recipient_role);
        return new;
      end $$;
      create trigger note_attempt before insert on notices for each row execute function note_attempt();
    `);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    orderId = randomUUID();
    events = statusEventsOf(ofOrder(orderId, histories.shippedInTwoPackages));
  });
  afterEach(() => database.pool.query('truncate parked_records, poison'));

  const orders = (...args: string[]): Promise<Captured> =>
    runCaptured({ DATABASE_URL: database.url, DATA_DIR: tmpdir(), LOG_LEVEL: 'silent' }, 'parked', ...args);
  const poison = (...sequences: number[]) =>
    database.pool.query('insert into poison select $1, * from unnest($2::bigint[])', [orderId, sequences]);
  const mend = () => database.pool.query('truncate poison');
  const consume = (some = events) => deliverEvents(database.pool, noticesConsumer, consumed(some));
  /** Who was told of which event, in the order in which it happened. */
  const stored = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ sequence: string; role: string }>(
      'select sequence, role from attempts where order_id = $1 order by nr',
      [orderId],
    );
    return rows.map(({ sequence, role }) => `${sequence} ${role}`);
  };
  const expected = (some: readonly StatusEvent[]): string[] =>
    some.flatMap((event) => noticesOf(event).map(({ recipient }) => `${event.sequence} ${recipient.role}`));
  const without = (...sequences: number[]): StatusEvent[] =>
    events.filter(({ sequence }) => !sequences.includes(sequence));

  it.each([
    [[], /Commands:/],
    [['lst'], /unknown command 'lst'/],
    [['show'], /missing required argument 'order'/],
    [['release'], /missing required argument 'order'/],
    [['drop', 'o-1'], /required option '--reason <text>'/],
    [['drop', 'o-1', '--reason', ' '], /A text is expected/],
    [['drop', 'o-1', '--reason', 'x', '--sequence', '0'], /A whole number from 1 is expected/],
    [['list', '--group', 'emails'], /no group "emails": one of notices, tracking, webhooks, .* is expected/],
    [['show', 'o-1', '--group', 'emails'], /no group "emails"/],
    [['release', 'o-1', '--group', 'emails'], /no group "emails"/],
    [['drop', 'o-1', '--reason', 'x', '--group', 'emails'], /no group "emails"/],
  ])('calls %j wrong usage', async (args, message) => {
    const { exitCode, out, err } = await orders(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([['show'], ['release'], ['drop', '--reason', 'x']])(
    'says that nothing of an order is parked: %s',
    async (...args) => {
      const { exitCode, out, err } = await orders(...args, 'o-1');
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      expect(err).toBe('Nothing of order o-1 is parked; "parked list" names the orders that are.\n');
    },
  );

  it('lists nothing where nothing is parked, which is no failure', async () => {
    expect(await orders('list')).toEqual({ exitCode: 0, out: 'Nothing is parked.\n', err: '' });
    expect(await orders('list', '--json')).toEqual({ exitCode: 0, out: '', err: '' });
  });

  it('lists each order once, with what it waits for', async () => {
    await poison(3);
    await consume(events.slice(0, 5));
    const waiting = `gap-${randomUUID()}`;
    await consume(statusEventsOf(ofOrder(waiting, histories.shippedInTwoPackages)).slice(1, 2));

    const { exitCode, out } = await orders('list', '--group', 'notices');
    expect(exitCode).toBe(0);
    const [first, second, ...rest] = out.trimEnd().split('\n');
    expect(first).toMatch(
      new RegExp(
        `^notices  ${orderId}  3 events  event 3 ${events[2]!.type} failed: no mailbox for event 3  since \\d{4}-.*Z$`,
      ),
    );
    expect(second).toMatch(new RegExp(`^notices  ${waiting}  1 event  event 1 has not come  since `));
    expect(rest).toEqual([]);
    expect((await orders('list', '--group', 'tracking')).out).toBe('Nothing is parked.\n');

    const json = (await orders('list', '--json')).out.trimEnd().split('\n');
    expect(json.map((line) => JSON.parse(line))).toMatchObject([
      {
        ...{ group: 'notices', orderId, records: 3, next: 3 },
        first: { sequence: 3, type: events[2]!.type, reason: 'failed', attempts: 3, partition: 0 },
      },
      { orderId: waiting, next: 1, first: { sequence: 2, reason: 'sequence-gap', attempts: 0 } },
    ]);
  });

  it('shows every record with error, attempts, place, headers and data', async () => {
    await poison(3);
    await consume(events.slice(0, 4));
    const { exitCode, out } = await orders('show', orderId);
    expect(exitCode).toBe(0);
    expect(out).toMatch(new RegExp(`^Event 3 of order ${orderId}, ${events[2]!.type}$`, 'm'));
    expect(out).toMatch(/^ {2}parked {3}by notices at \d{4}-.*Z: failed, 3 attempts$/m);
    expect(out).toMatch(/^ {2}error {4}no mailbox for event 3$/m);
    expect(out).toMatch(/^ {2}place {4}partition 0, offset \d+$/m);
    expect(out).toContain(`  header   ce_id: ${events[2]!.id}\n`);
    expect(out).toContain(`  data       "buyerId": "${events[2]!.data.buyerId}",\n`);
    expect(out).toMatch(new RegExp(`^Event 4 of order ${orderId}, ${events[3]!.type}$`, 'm'));
  });

  it('lets nothing through to the terminal that would act on it', async () => {
    const [record] = consumed(events.slice(0, 1));
    await deliverEvents(database.pool, noticesConsumer, [{ ...record!, value: '\u001b[2Jgone\u202e' }]);
    const { out } = await orders('show', orderId);
    expect(out).toContain('  data      [2Jgone \n');
    expect(out + (await orders('list')).out).not.toMatch(/[\u001b\u202e]/);
  });

  it('releases an order once the cause is mended, and says before what still stops it', async () => {
    await poison(3, 5);
    await consume();
    const inVain = await orders('release', orderId);
    expect(inVain).toMatchObject({ exitCode: 1, out: `Applied 0 events of order ${orderId} in notices.\n` });
    expect(inVain.err).toMatch(/still waits in notices, with \d+ events parked: event 3 .* no mailbox for/);

    await mend();
    await poison(5);
    const half = await orders('release', orderId);
    expect(half).toMatchObject({ exitCode: 1, out: `Applied 2 events of order ${orderId} in notices.\n` });
    expect(half.err).toContain('no mailbox for event 5');

    await mend();
    const rest = events.length - 4;
    expect(await orders('release', orderId, '--group', 'notices')).toEqual({
      ...{ exitCode: 0, err: '' },
      out: `Applied ${rest} events of order ${orderId} in notices.\n`,
    });
    expect(await stored()).toEqual(expected(events));
  });

  it('drops an event for good, and tells of the later ones once and in order', async () => {
    await poison(3);
    await consume();
    const dropped = await orders('drop', orderId, '--sequence', '3', '--reason', ' told by phone ');
    expect(dropped).toEqual({
      ...{ exitCode: 0, err: '' },
      out: `Dropped event 3 of order ${orderId} in notices; applied ${events.length - 3} events behind it.\n`,
    });
    await mend();
    await consume();
    expect(await stored()).toEqual(expected(without(3)));
    expect((await orders('list')).out).toBe('Nothing is parked.\n');
    expect((await orders('show', orderId)).out).toMatch(
      /^ {2}dropped {2}by \S+@\S+ at \d{4}-.*Z: told by phone$/m,
    );
    expect(await orders('drop', orderId, '--reason', 'again')).toMatchObject({ exitCode: 1, out: '' });
  });

  it('refuses to drop another event than the one that is meant, or one that never came', async () => {
    await poison(3);
    await consume();
    const other = await orders('drop', orderId, '--sequence', '4', '--reason', 'x');
    expect(other).toMatchObject({ exitCode: 1, out: '' });
    expect(other.err).toMatch(/^It is not event 4 that blocks order .* but event 3: look at it first\.\n$/);
    expect(await stored()).toEqual(expected(events.slice(0, 2)));

    await database.pool.query('delete from parked_records where sequence = 3');
    const missing = await orders('drop', orderId, '--reason', 'x');
    expect(missing.err).toMatch(/waits for event 3, which notices never got: there is nothing to drop/);
    const released = await orders('release', orderId);
    expect(released.exitCode).toBe(1);
    expect(released.err).toMatch(/event 3 has not come\.\n$/);
  });

  it('says what blocks the order after a drop', async () => {
    await poison(3, 5);
    await consume();
    const { exitCode, out, err } = await orders('drop', orderId, '--reason', 'x');
    expect({ exitCode, out }).toEqual({
      exitCode: 1,
      out: `Dropped event 3 of order ${orderId} in notices; applied 1 event behind it.\n`,
    });
    expect(err).toMatch(/event 5 .* no mailbox for event 5\.\n$/);
  });

  it.each([['show'], ['release'], ['drop', '--reason', 'x']])(
    'asks for the group where two have parked the order: %s',
    async (...args) => {
      await poison(1);
      await consume(events.slice(0, 1));
      const failing = {
        group: 'tracking',
        types: 'all' as const,
        handle: () => Promise.reject(new Error('no map')),
      };
      await deliverEvents(database.pool, failing, consumed(events.slice(0, 1)));
      const { exitCode, out, err } = await orders(...args, orderId);
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(err).toBe(
        `Order ${orderId} is parked by notices and tracking: say by --group which one is meant.\n`,
      );
      expect((await orders(...args, orderId, '--group', 'tracking')).exitCode).toBe(0);
    },
  );

  it.each([['release'], ['drop', '--reason', 'x']])(
    'works beside a running consumer on the same order, with one effect of each event: %s',
    async (...args) => {
      const statusLog = new PostgresStatusLog(database.pool);
      const end = new AbortController();
      const { pool } = database;
      const [work] = consumerWorks({ pool, statusLog, consumer: noticesConsumer, log: () => {} });
      const consumer = runForever(work!, end.signal);
      const start = (await statusLog.publishedUpTo())?.position ?? 0n;
      const publish = (some: readonly StatusEvent[]) =>
        statusLog.publish(
          some.map((event) => toRecord({ ...event, logposition: start + BigInt(event.sequence) })),
        );
      const caughtUp = () =>
        until('all are consumed', async () => (await statusLog.lag('notices')).records === 0);
      try {
        await poison(2);
        await publish(events.slice(0, 4));
        await caughtUp();
        await mend();
        const call = orders(...args, orderId);
        for (const event of events.slice(4)) await publish([event]);
        await call;
        await caughtUp();
      } finally {
        end.abort();
        await consumer;
        await statusLog.close();
      }
      expect(await stored()).toEqual(expected(args[0] === 'drop' ? without(2) : events));
      expect((await orders('list')).out).toBe('Nothing is parked.\n');
    },
  );
});
