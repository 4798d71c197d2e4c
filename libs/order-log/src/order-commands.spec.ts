import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { countingStore, MemoryEventStore } from '@app/event-store/testing';
import { fold, type OrderCommand, type Role, statusOf } from '@app/ordering';
import {
  answerChange,
  cancel,
  changeAddress,
  create,
  modifyLines,
  newAddress,
  pay,
  postMessage,
  reestimate,
  ship,
  track,
  withdrawChange,
} from '@app/ordering/testing';
import { OrderCommands } from './order-commands.js';
import { OrderLog } from './order-log.js';
import { placedOn, processOn } from './testing/processes.js';
import { request } from './testing/requests.js';

const confirm = { type: 'confirm' } as const;

let database: TestDatabase;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const newProcess = () => processOn(store);
const placed = (...commands: OrderCommand[]) => placedOn(store, ...commands);

const refusedWith = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('a command', () => {
  it('is answered with what the order has become and what may be done next', async () => {
    const { orderId, issue } = await placed();
    expect(await issue(pay())).toEqual({
      kind: 'accepted',
      answer: {
        orderId,
        revision: 1,
        status: 'AwaitingConfirmation',
        allowedCommands: expect.arrayContaining(['confirm', 'cancel', 'refund']),
      },
    });
  });

  it('that says what is known already is answered with the order as it is, and nothing is recorded', async () => {
    const { log, orderId, issue } = await placed(pay(), confirm, ship(), track());
    const again = await issue(track());
    expect(again).toMatchObject({ kind: 'accepted', answer: { revision: 5, status: 'InTransit' } });
    expect(await log.history(orderId)).toHaveLength(6);
  });

  it('is not taken for known on a state that others have changed', async () => {
    const { log, orderId, issue } = await placed(pay(), confirm, reestimate());
    await newProcess().commands.execute(request(orderId, reestimate({ newEstimate: '2026-01-18' })));
    expect(await issue(reestimate())).toMatchObject({ kind: 'accepted', answer: { revision: 5 } });
    expect((await log.history(orderId)).at(-1)).toMatchObject({
      event: { data: { newEstimate: '2026-01-15', previousEstimate: '2026-01-18' } },
    });
  });

  it('keeps who acted for whom, and what caused what', async () => {
    const { log, orderId, issue } = await placed();
    const buyer = { role: 'buyer', id: 'b-1' } as const;
    const sent = { commandId: randomUUID(), correlationId: 'corr', onBehalfOf: buyer };
    await issue(cancel(), sent);
    const [, cancelled] = await log.history(orderId);
    expect(cancelled!.metadata).toMatchObject({ ...sent, actor: { role: 'service', id: 'backend' } });
    expect(cancelled!.metadata).not.toHaveProperty('imported');
  });

  it('reaches only what belongs to its sender', async () => {
    const { issue } = await placed();
    const sentBy = (role: Role, id: string) => issue(cancel(), { actor: { role, id } });
    expect(await sentBy('buyer', 'b-2')).toMatchObject(refusedWith('order-not-found'));
    expect(await sentBy('seller', 's-2')).toMatchObject(refusedWith('order-not-found'));
    expect(await issue(cancel(), { onBehalfOf: { role: 'buyer', id: 'b-2' } })).toMatchObject(
      refusedWith('order-not-found'),
    );
    // A role that may never do this learns nothing of the order, not even that it exists.
    expect(await sentBy('carrier', 'c-1')).toEqual({
      kind: 'refused',
      refusal: { code: 'role-not-allowed', values: expect.any(Object) },
    });
    expect(await sentBy('buyer', 'b-1')).toBeAccepted();
  });

  it('cannot order in the name of another buyer', async () => {
    const orderId = randomUUID();
    const foreign = request(orderId, create({ orderId }), { actor: { role: 'buyer', id: 'b-2' } });
    expect(await newProcess().commands.execute(foreign)).toMatchObject(refusedWith('not-your-account'));
  });

  it('is refused when the order has moved on from the revision that its sender saw', async () => {
    const { issue } = await placed(pay());
    expect(await issue(confirm, { expectedRevision: 0 })).toMatchObject(refusedWith('revision-mismatch'));
    expect(await issue(confirm, { expectedRevision: 1 })).toBeAccepted();
  });
});

describe('a repeated command', () => {
  it('gets the answer of the first and appends nothing, however late it comes and wherever', async () => {
    const { log, orderId, issue } = await placed();
    const again = request(orderId, pay());
    const first = await issue(pay(), again);
    await issue(confirm);
    expect(await issue(pay(), again)).toEqual(first);
    expect(await newProcess().commands.execute(again)).toEqual(first);
    expect(await log.history(orderId)).toHaveLength(3);
  });

  it('is refused when it asks for something else under the same id', async () => {
    const { issue } = await placed();
    const commandId = randomUUID();
    await issue(pay({ amount: 100 }), { commandId });
    expect(await issue(pay({ amount: 200 }), { commandId })).toMatchObject(
      refusedWith('idempotency-key-reused'),
    );
  });

  it('is found out also by a process that has not seen the first', async () => {
    const { commands, orderId } = await placed();
    const other = newProcess();
    await other.log.read(orderId);
    const [key, newOrder] = [randomUUID(), randomUUID()];
    const first = request(newOrder, create({ orderId: newOrder }), { commandId: key });
    expect(await commands.execute(first)).toBeAccepted();
    const later = { ...first, at: '2026-01-06T09:00:00.000Z' };
    expect(await other.commands.execute(later)).toEqual(await commands.execute(first));
    expect(other.log.lastSeen(newOrder)!.order.placedAt).toBe(first.at);

    const paid = request(orderId, pay({ amount: 100 }));
    expect(await commands.execute(paid)).toBeAccepted();
    expect(await other.commands.execute({ ...paid, command: pay({ amount: 200 }) })).toMatchObject(
      refusedWith('idempotency-key-reused'),
    );
  });

  it('is carried out once when it comes a hundred times at once, in several processes', async () => {
    const { log, orderId } = await placed();
    const processes = [newProcess(), newProcess(), newProcess(), newProcess()];
    const sent = request(orderId, pay());
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => processes[index % 4]!.commands.execute(sent)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toBeAccepted();
    expect(await log.history(orderId)).toHaveLength(2);
  });
});

describe('several processes on one order', () => {
  it('refuse only what the newest state refuses', async () => {
    const { orderId, issue, log } = await placed();
    const other = newProcess();
    await other.log.read(orderId);
    await issue(pay());
    expect(other.log.lastSeen(orderId)!.order.payments).toHaveLength(0);
    expect(await other.commands.execute(request(orderId, confirm))).toBeAccepted();
    expect(await issue(confirm)).toMatchObject(refusedWith('order-already-confirmed'));
    expect(await log.history(orderId)).toHaveLength(3);
  });

  it('are told when somebody else was ahead of them', async () => {
    const { orderId, issue } = await placed();
    const other = newProcess();
    await other.log.read(orderId);
    await issue(pay({ paymentId: 'p-1', amount: 100 }));
    let conflicts = 0;
    const second = request(orderId, pay({ paymentId: 'p-2', amount: 100 }));
    expect(await other.commands.execute(second, () => (conflicts += 1))).toBeAccepted();
    expect(conflicts).toBe(1);
  });

  it('let one of two full payments win', async () => {
    const { orderId, log } = await placed();
    const outcomes = await Promise.all(
      ['p-1', 'p-2'].map((paymentId) => newProcess().commands.execute(request(orderId, pay({ paymentId })))),
    );
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['accepted', 'refused']);
    expect((await log.read(orderId))!.order.payments).toHaveLength(1);
  });

  it('let either the cancellation or the shipment win, and tell the truth to both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { orderId, log } = await placed(pay(), confirm);
      const [cancelled, shipped] = await Promise.all(
        [cancel(), ship()].map((command) => newProcess().commands.execute(request(orderId, command))),
      );
      const history = await log.history(orderId);
      const status = statusOf(fold(history.map((entry) => entry.event))!);
      expect([cancelled!.kind, shipped!.kind, status]).toEqual(
        status === 'Cancelled' ? ['accepted', 'refused', 'Cancelled'] : ['refused', 'accepted', 'InTransit'],
      );
    }
  });
});

describe('many callers on one order', () => {
  const stores = { PostgreSQL: () => store, memory: () => new MemoryEventStore() };

  it.each(Object.entries(stores))('wait in line, and need no retries on %s', async (_, open) => {
    const { store: log, counts } = countingStore(open());
    const commands = new OrderCommands(new OrderLog(log));
    const orderId = randomUUID();
    expect(await commands.execute(request(orderId, create({ orderId })))).toBeAccepted();
    const conflicts = jest.fn();
    const caller = async (nr: number): Promise<void> => {
      for (const text of [`${nr} asks`, `${nr} asks again`])
        expect(await commands.execute(request(orderId, postMessage(text)), conflicts)).toBeAccepted();
    };
    await Promise.all(Array.from({ length: 40 }, (__, nr) => caller(nr)));
    expect(counts).toEqual({ appends: 81, conflicts: 0, reads: [] });
    expect(conflicts).not.toHaveBeenCalled();
    expect((await new OrderLog(log).read(orderId))!.revision).toBe(80);
  });
});

describe('two at once on one change', () => {
  /** Both commands of processes of their own, at once, several times over; then how often each was accepted. */
  async function race(before: OrderCommand[], one: OrderCommand, other: OrderCommand) {
    const rounds = [];
    for (let round = 0; round < 5; round += 1) {
      const { orderId, log } = await placed(pay(), confirm, ...before);
      const [first, second] = await Promise.all(
        [one, other].map((command) => newProcess().commands.execute(request(orderId, command))),
      );
      const { order } = (await log.read(orderId))!;
      rounds.push({ accepted: [first!.kind === 'accepted', second!.kind === 'accepted'], order });
    }
    return rounds;
  }

  it('let one of two changes of a kind be asked for', async () => {
    const other = changeAddress({ changeId: 'other', shippingAddress: { ...newAddress, city: 'Medan' } });
    for (const { accepted, order } of await race([], changeAddress(), other)) {
      expect(accepted.filter(Boolean)).toHaveLength(1);
      expect(order.openChanges.map(({ changeId }) => changeId)).toEqual([accepted[0] ? 'move' : 'other']);
    }
  });

  it('let either the change of the address or the shipment win', async () => {
    for (const { accepted, order } of await race([], changeAddress(), ship())) {
      expect(accepted.filter(Boolean)).toHaveLength(1);
      expect([order.openChanges.length, order.packages.length]).toEqual(accepted[0] ? [1, 0] : [0, 1]);
    }
  });

  it('let the cancellation win over the change, whichever comes first', async () => {
    for (const { accepted, order } of await race([], cancel(), modifyLines())) {
      expect(accepted[0]).toBe(true);
      expect([statusOf(order), order.openChanges, order.refunded]).toEqual(['Cancelled', [], 9600]);
    }
  });

  it('let either the answer or the withdrawal win', async () => {
    const fewer = modifyLines({ changes: [{ lineId: 'shirt', quantity: 1 }] });
    for (const { accepted, order } of await race([fewer], answerChange(), withdrawChange())) {
      expect(accepted.filter(Boolean)).toHaveLength(1);
      expect(order.lines[0]!.ordered).toBe(accepted[0] ? 1 : 2);
    }
  });
});
