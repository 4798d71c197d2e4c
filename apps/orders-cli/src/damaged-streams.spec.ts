import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { damages, setMetadata } from '@app/event-store/testing';
import { create, given, pay } from '@app/ordering/testing';
import { projectorWork } from '@app/read-models';
import { appendTo } from '@app/read-models/testing';
import { runForever } from '@app/workers';
import { runCaptured } from './testing/run-captured.js';

const damaged = damages.map(({ what, do: harm }, nr) => ({ what, harm, orderId: `o-${nr}` }));
const others = ['coupon-s-1/C-1', 'stock-s-1/p-1', 'offer-s-1/p-1', 'quote-q-1', 'policy-s-1'];

let database: TestDatabase;
let log: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  log = new PostgresEventStore(database.pool);
  for (const { harm, orderId } of damaged) {
    await appendTo(log, orderId, given(create({ orderId }), pay()).events);
    await harm(log, `order-${orderId}`);
  }
  for (const stream of others) await damages[6]!.do(log, stream);
  await appendTo(log, 'whole', given(create({ orderId: 'whole' }), pay()).events);
  await appendTo(log, 'last', given(create({ orderId: 'last' })).events);
  await log.tombstoneStream('order-last', 'any');
});
afterAll(async () => {
  await log.close();
  await database.drop();
});

const orders = (...args: string[]) =>
  runCaptured({ DATABASE_URL: database.url, DATA_DIR: tmpdir(), LOG_LEVEL: 'silent' }, ...args);
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const noStack = expect.not.stringMatching(/\n {4}at |bug/);

describe('damaged streams', () => {
  it('are replayed up to their damage, and named in the end', async () => {
    const { exitCode, out, err } = await orders('replay');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: noStack });
    const replayed = linesOf(out).map((line) => JSON.parse(line) as { orderId: string; revision: number });
    expect(replayed.filter(({ orderId }) => orderId === 'whole').map(({ revision }) => revision)).toEqual([
      0, 1,
    ]);
    const lines = linesOf(err);
    expect(lines.at(-1)).toMatch(
      /^\d orders could not be replayed to the end, as listed above; all others were\.$/,
    );
    expect(lines).toContain('The stream order-last cannot be read from event 1 on: it has been tombstoned.');
  });

  it.each(damaged)('that $what are shown as far as they can be read', async ({ orderId }) => {
    for (const command of [
      ['history', orderId],
      ['as-of', orderId, '2030-01-01'],
      ['deadlines', '--order', orderId],
    ]) {
      const { exitCode, err } = await orders(...command);
      expect({ exitCode, err }).toEqual({ exitCode: 1, err: noStack });
      expect(linesOf(err)).toEqual([
        expect.stringMatching(`The stream order-${orderId} cannot be read from event`),
      ]);
    }
  });

  it('show what came before the damage', async () => {
    const foreign = damaged.find(({ what }) => what.includes('somebody else'))!;
    const { out } = await orders('history', foreign.orderId);
    expect(linesOf(out)).toEqual([
      expect.stringContaining('OrderPlaced'),
      expect.stringContaining('PaymentCaptured'),
    ]);
  });

  it('are verified row by row, and do not keep the command waiting', async () => {
    const { exitCode, out, err } = await orders('verify');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: noStack });
    const rows = linesOf(out).map(
      (line) => JSON.parse(line) as { table: string; key: Record<string, string> },
    );
    expect(new Set(rows.map(({ key }) => key.order_id ?? key.stream))).toEqual(
      new Set([...damaged.map(({ orderId }) => orderId), 'last', ...others]),
    );
  });

  it('are parked, and listed with the reason', async () => {
    const { exitCode, out } = await orders('parked', 'list', '--group', 'projector');
    expect(exitCode).toBe(0);
    expect(linesOf(out)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^projector {2}order-last {2}from event 1 {2}tombstoned: The stream order-last .* since \d{4}-/,
        ),
      ]),
    );
    const json = linesOf((await orders('parked', 'list', '--json')).out).map(
      (line) => JSON.parse(line) as object,
    );
    expect(json).toContainEqual(
      expect.objectContaining({ follower: 'projector', stream: 'order-last', reason: 'tombstoned' }),
    );
  });

  it('are told of one by one, by order and by stream', async () => {
    for (const name of ['last', 'order-last'])
      expect((await orders('parked', 'show', name)).out).toMatch(
        /^Stream order-last, from event 1 on\n {2}parked {3}by projector at .*: tombstoned\n {2}problem {2}The stream/m,
      );
    expect((await orders('parked', 'show', 'coupon-s-1/C-1')).out).toMatch(/by reservations\/coupon at /);
  });

  it('are released where a follower runs and they are mended, and otherwise it is said why not', async () => {
    const cut = damaged.find(({ what }) => what.includes('$tb'))!;
    const release = (...args: string[]) => orders('parked', 'release', ...args, '--group', 'projector');
    expect(await release('last')).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^order-last still waits in projector: nobody has tried it, .*\n$/),
    });
    const end = new AbortController();
    const running = runForever(projectorWork({ pool: database.pool, eventStore: log }), end.signal);
    expect(await release('last')).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(
        /^order-last stays parked in projector, tombstoned: The stream order-last .*\n$/,
      ),
    });
    // It is released by itself where the projector is faster than the operator.
    await setMetadata(log, `order-${cut.orderId}`);
    const released = await release(cut.orderId);
    expect(released.exitCode === 0 ? released.out : released.err).toMatch(
      new RegExp(`Released order-${cut.orderId} in projector|Nothing of order ${cut.orderId} is parked`),
    );
    end.abort();
    await running;
    expect((await orders('parked', 'list', '--group', 'projector')).out).not.toContain(
      `order-${cut.orderId} `,
    );
  });

  it('are known of once they are dropped, and stay parked', async () => {
    const { exitCode, out } = await orders('parked', 'drop', 'last', '--reason', 'told the buyer');
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: expect.stringContaining(
        'order-last stays parked in projector; nobody is reminded of it any more.',
      ),
    });
    expect((await orders('parked', 'show', 'last')).out).toMatch(/dropped {2}by .*: told the buyer/);
    expect((await orders('parked', 'list')).out).toMatch(/order-last .* dropped by .*: told the buyer/);
  });
});

describe('orders log', () => {
  it('tells which log it is, who follows it how far, and that it fits', async () => {
    const { exitCode, out } = await orders('log');
    expect(exitCode).toBe(0);
    expect(out).toMatch(
      /^database {2}[0-9a-f-]{36}\nlog {7}[0-9a-f-]{36}, claimed by this database at .*Z\n(follower {2}.*\n)+Log and database fit\.\n$/,
    );
    expect(out).toMatch(/^follower {2}projector at \d+, behind event \d of /m);
  });

  it('refuses another log in one sentence, and the log that belongs to another is adopted by nobody else', async () => {
    await database.pool.query('update event_log set database_id = gen_random_uuid()');
    const other = await orders('log');
    expect(other).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^The event log belongs to another .*\n$/),
    });
    expect(await orders('verify')).toMatchObject({ exitCode: 1, err: other.err });
    expect(await orders('log', 'adopt')).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^This database \(.*\) follows the log from now on, instead of .*\.\n$/),
    });
    expect(await orders('log', 'adopt')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('already'),
    });
    expect(await orders('log')).toMatchObject({ exitCode: 0 });

    await database.pool.query('update event_log set log_id = gen_random_uuid()');
    for (const command of [['log'], ['log', 'adopt'], ['verify']])
      expect(await orders(...command)).toMatchObject({
        exitCode: 1,
        err: expect.stringMatching(/^The event log is not the one that this database has followed: .*\n$/),
      });
  });
});
