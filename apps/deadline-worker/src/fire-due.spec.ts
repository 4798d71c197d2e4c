import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { damages, setMetadata } from '@app/event-store/testing';
import { askRelease, listParkedStreams } from '@app/followers';
import { OrderCommands, OrderLog } from '@app/order-log';
import { request } from '@app/order-log/testing';
import { type OrderEvent } from '@app/ordering';
import { answer, as, cancel, create, given, pay, ship, time, under } from '@app/ordering/testing';
import { dueDeadlines, listDeadlines } from '@app/read-models';
import { appendTo, project } from '@app/read-models/testing';
import { batchSize, fireDue, type FireOptions } from './fire-due.js';

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

/** A worker with a memory of orders of its own, as another process would have. */
function worker(changes: Partial<FireOptions> = {}) {
  const log = new OrderLog(eventStore);
  const fired: string[] = [];
  const failed: string[] = [];
  return {
    fired,
    failed,
    async at(now: string) {
      const { settled } = await fireDue({
        pool: database.pool,
        orderCommands: new OrderCommands(log),
        now: new Date(now),
        onFired: ({ orderId, timer }) => void fired.push(`${orderId} ${timer}`),
        onFailure: ({ orderId, timer }) => void failed.push(`${orderId} ${timer}`),
        ...changes,
      });
      return settled;
    },
  };
}

const typesOf = async (orderId: string) =>
  (await new OrderLog(eventStore).history(orderId)).map(({ event }) => event.type);
const record = async (orderId: string, events: readonly OrderEvent[]) => {
  await appendTo(eventStore, orderId, events);
  await project(database.pool, eventStore);
};
/** As if the minute that a claim lasts had passed. */
const claimsLapse = () => database.pool.query('update deadline_claims set until = clock_timestamp()');

const unpaid = given(create()).events;
const confirmed = given(create(), pay(), { type: 'confirm' }).events;
/** Two working days after Monday, 5 January 2026. */
const late = '2026-01-08T00:00:00.000Z';
const tooLate = '2026-01-13T00:00:00.000Z';

describe('a deadline', () => {
  it('fires at its time and not before, and is gone then', async () => {
    await record('o-1', unpaid);
    const { at, fired } = worker();
    expect(await at(time(24.99))).toBe(0);
    expect(await at(time(25))).toBe(1);
    expect(fired).toEqual(['o-1 unpaid-expiry']);
    const [, cancelled] = await new OrderLog(eventStore).history('o-1');
    expect(cancelled).toMatchObject({
      event: { type: 'LinesCancelled', at: time(25), data: { timer: 'unpaid-expiry', dueAt: time(25) } },
      metadata: { actor: { role: 'timer', id: 'deadline-worker' } },
    });
    await project(database.pool, eventStore);
    expect(await listDeadlines(database.pool)).toEqual([]);
  });

  it('makes room for the next one of the same order', async () => {
    await record('o-1', confirmed);
    const { at, fired } = worker();
    await at(late);
    await project(database.pool, eventStore);
    expect(await listDeadlines(database.pool)).toMatchObject([{ timer: 'late-cancel', dueAt: tooLate }]);
    await at(tooLate);
    expect(fired).toEqual(['o-1 ship-by', 'o-1 late-cancel']);
    expect((await typesOf('o-1')).slice(3)).toEqual(['ShipmentLate', 'LinesCancelled', 'RefundInitiated']);
  });

  it('fires again where it is due again', async () => {
    const asked = cancel({ units: [{ lineId: 'shirt', quantity: 1 }] });
    const { events } = given(create(), pay(), { type: 'confirm' }, [
      asked,
      as('buyer', { commandId: 'ask', at: '2026-01-12T20:00:00.000Z' }),
    ]);
    await record('o-1', events);
    const { at, fired } = worker();
    await at(tooLate);
    const commands = new OrderCommands(new OrderLog(eventStore));
    const declined = answer({ cancellationId: 'ask', approve: false });
    await commands.execute(request('o-1', declined, { at: tooLate }));
    await project(database.pool, eventStore);
    await claimsLapse();
    await at('2026-01-13T01:00:00.000Z');
    expect(fired).toEqual(['o-1 late-cancel', 'o-1 late-cancel']);
    expect((await typesOf('o-1')).slice(5)).toEqual([
      'LinesCancelled',
      'RefundInitiated',
      'CancellationRejected',
      'LinesCancelled',
      'RefundInitiated',
    ]);
  });

  it('fires once, however many workers find it and however often', async () => {
    await record('o-1', unpaid);
    const workers = [worker(), worker(), worker()];
    for (const { at } of workers) {
      expect(await at(time(30))).toBe(1);
      // Not projected yet, so that the row is still there for the next one.
      await claimsLapse();
    }
    expect(await typesOf('o-1')).toEqual(['OrderPlaced', 'LinesCancelled']);
    await Promise.all(workers.map(({ at }) => at(time(31))));
    expect(await typesOf('o-1')).toEqual(['OrderPlaced', 'LinesCancelled']);
  });

  it('fires once where two workers hold it at the same moment', async () => {
    await record('o-1', unpaid);
    let both = 0;
    let go = (): void => {};
    const met = new Promise<void>((resolve) => (go = resolve));
    const meeting = () => {
      const commands = new OrderCommands(new OrderLog(eventStore));
      return worker({
        orderCommands: {
          execute: async (firing) => {
            both += 1;
            if (both === 2) go();
            await met;
            return commands.execute(firing);
          },
        },
      });
    };
    const first = meeting().at(time(30));
    while (both < 1) await new Promise(setImmediate);
    await claimsLapse();
    expect(await Promise.all([first, meeting().at(time(30))])).toEqual([1, 1]);
    expect(await typesOf('o-1')).toEqual(['OrderPlaced', 'LinesCancelled']);
  });

  it('is fired by another worker where the first was killed in between', async () => {
    await record('o-1', unpaid);
    let reached = false;
    const dying = worker({
      orderCommands: {
        execute: () => {
          reached = true;
          return new Promise(() => {});
        },
      },
    });
    void dying.at(time(25));
    while (!reached) await new Promise(setImmediate);
    const other = worker();
    expect(await other.at(time(25))).toBe(0);
    await claimsLapse();
    expect(await other.at(time(25))).toBe(1);
    expect(await typesOf('o-1')).toEqual(['OrderPlaced', 'LinesCancelled']);
  });

  it('survives a failure of the log, and holds up no other', async () => {
    await record('o-1', unpaid);
    await record('o-2', given(create({ orderId: 'o-2' })).events);
    const commands = new OrderCommands(new OrderLog(eventStore));
    const { at, fired, failed } = worker({
      orderCommands: {
        execute: (firing) =>
          firing.orderId === 'o-1' ? Promise.reject(new Error('away')) : commands.execute(firing),
      },
    });
    expect(await at(time(25))).toBe(1);
    expect([fired, failed]).toEqual([['o-2 unpaid-expiry'], ['o-1 unpaid-expiry']]);
    await claimsLapse();
    const { at: later } = worker();
    await later(time(26));
    expect(await typesOf('o-1')).toEqual(['OrderPlaced', 'LinesCancelled']);
  });

  it('changes nothing of an order that has moved on', async () => {
    await record('o-1', confirmed);
    const commands = new OrderCommands(new OrderLog(eventStore));
    await commands.execute(request('o-1', ship(), { at: time(20) }));
    const { at, fired } = worker();
    expect(await at(late)).toBe(1);
    expect(fired).toEqual([]);
    expect((await typesOf('o-1')).slice(3)).toEqual(['PackageArranged', 'PackageShipped']);
  });

  it('and a shipment at the same moment make one history', async () => {
    await record('o-1', confirmed);
    const commands = new OrderCommands(new OrderLog(eventStore));
    const { at } = worker();
    const [shipped] = await Promise.all([commands.execute(request('o-1', ship(), { at: late })), at(late)]);
    expect(shipped.kind).toBe('accepted');
    expect((await typesOf('o-1')).slice(3)).toEqual(['ShipmentLate', 'PackageArranged', 'PackageShipped']);
  });

  it('of each open request fires by itself', async () => {
    const requests = ['shirt', 'mug'].map(
      (lineId, n) =>
        [
          cancel({ units: [{ lineId, quantity: 1 }] }),
          { role: 'buyer', commandId: `ask-${lineId}`, at: time(1 + n) },
        ] as const,
    );
    const policy = under({ shipByWorkingDays: 0 });
    await record('o-1', given([create(), policy], pay(), { type: 'confirm' }, ...requests).events);
    const { at } = worker();
    await at(time(25));
    expect((await typesOf('o-1')).slice(5)).toEqual([
      'CancellationApproved',
      'LinesCancelled',
      'RefundInitiated',
    ]);
    await project(database.pool, eventStore);
    expect(await listDeadlines(database.pool)).toMatchObject([
      { timer: 'answer-cancellation', subject: 'ask-mug', dueAt: time(26) },
    ]);
  });
});

describe('many deadlines', () => {
  it('are shared by the workers, none left and none fired twice', async () => {
    const orderIds = Array.from({ length: 3 * batchSize }, (_, n) => `o-${n}`);
    for (const orderId of orderIds) await appendTo(eventStore, orderId, given(create({ orderId })).events);
    await project(database.pool, eventStore);
    const workers = [worker(), worker()];
    // Of two that take at once one may get fewer, because the other was faster at some of what it had found.
    const rounds: number[] = [];
    do rounds.push(...(await Promise.all(workers.map(({ at }) => at(time(25))))));
    while (rounds.at(-1)! + rounds.at(-2)! > 0);
    expect(Math.max(...rounds)).toBe(batchSize);
    const fired = workers.flatMap((one) => one.fired);
    expect(new Set(fired).size).toBe(orderIds.length);
    for (const orderId of orderIds) expect(await typesOf(orderId)).toHaveLength(2);
  });
});

describe('an order whose history is damaged', () => {
  const stream = 'order-o-1';
  const parked = async () => listParkedStreams(database.pool, { follower: 'deadlines' });
  beforeEach(async () => {
    await record('o-1', unpaid);
    await record('o-2', given(create({ orderId: 'o-2' })).events);
  });

  it.each(damages)('$what: it is parked once, and holds up no other', async ({ damage, do: harm }) => {
    await harm(eventStore, stream);
    const { at, fired, failed } = worker();
    expect(await at(time(25))).toBe(2);
    expect([fired, failed]).toEqual([['o-2 unpaid-expiry'], ['o-1 unpaid-expiry']]);
    expect(await parked()).toMatchObject([{ stream, reason: damage }]);
    await claimsLapse();
    await project(database.pool, eventStore);
    expect(await worker().at(time(26))).toBe(0);
    expect(await dueDeadlines(database.pool, time(26))).toEqual({ count: 0, oldest: null });
  });

  it('fires when it is released after a repair, and stays parked where there was none', async () => {
    await setMetadata(eventStore, stream, { $tb: 1 });
    const { at, fired } = worker();
    await at(time(25));
    await askRelease(database.pool, stream);
    await at(time(26));
    expect(await parked()).toMatchObject([{ stream, releaseAsked: false }]);
    await setMetadata(eventStore, stream);
    await askRelease(database.pool, stream);
    await at(time(27));
    expect(await parked()).toEqual([]);
    expect(await typesOf('o-1')).toEqual(['OrderPlaced', 'LinesCancelled']);
    expect(fired).toEqual(['o-2 unpaid-expiry']);
  });
});
