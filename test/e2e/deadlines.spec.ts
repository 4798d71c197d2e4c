import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { EnginesModule, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { untilAnswer } from '@app/workers/testing';
import { Clock } from '../../apps/deadline-worker/src/clock.js';
import { DeadlineWorkerModule } from '../../apps/deadline-worker/src/deadline-worker.module.js';
import { createOrderExample } from '../../apps/order-api/src/commands/routes/placement.js';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { type RunningSystem, runningSystem } from '../support/running-system.js';

let system: RunningSystem;
/** A second worker beside the system's own, on whose clock it is `days` later. */
let worker: TestingModule;
let days = 0;

interface Shown {
  readonly status: string;
  readonly revision: number;
  readonly shipmentLateAt?: string;
  readonly deadlines: readonly { readonly timer: string; readonly dueAt: string }[];
}

describe('an order whose people do nothing', () => {
  beforeAll(async () => {
    system = await runningSystem();
    const engines = await openEngines(loadSettings(system.environment));
    const imports = [EnginesModule.with(engines), DeadlineWorkerModule];
    worker = await Test.createTestingModule({ imports })
      .overrideProvider(Clock)
      .useValue({ now: () => new Date(Date.now() + days * 86_400_000) })
      .compile();
    await worker.init();
  });
  afterAll(async () => {
    await worker.close();
    await system.stop();
  });

  it('is confirmed, flagged as late and cancelled by itself, as its seller has chosen', async () => {
    const sellerId = system.name('seller');
    const policy = { autoConfirm: true, shipByWorkingDays: 2, cancelLateWorkingDays: 3 };
    const set = await system.call('PUT', `/sellers/${sellerId}/policy`, {
      as: `seller:${sellerId}`,
      body: policy,
    });
    expect(set.status).toBe(200);
    const placed = await system.call('POST', '/orders', { body: { ...createOrderExample, sellerId } });
    const path = `/orders/${placed.body['orderId'] as string}`;
    const order = async () => (await system.call<Shown>('GET', path)).body;
    const total = createOrderExample.total;
    const { currency } = createOrderExample;
    const payment = { paymentId: 'pay-1', method: 'wallet', amount: total, currency };
    expect((await system.call('POST', `${path}/pay`, { body: payment })).status).toBe(200);

    const confirmed = await untilAnswer(order, ({ status }) => status === 'Confirmed');
    const [shipBy] = confirmed.deadlines;
    expect(shipBy).toMatchObject({ timer: 'ship-by' });
    const listed = await runCaptured(
      system.environment,
      'deadlines',
      '--order',
      placed.body['orderId'] as string,
    );
    expect(listed.out).toBe(`${shipBy!.dueAt}  ${placed.body['orderId'] as string}  ship-by\n`);

    // Two working days are at most four days, and the next three end after them.
    days = (Date.parse(shipBy!.dueAt) - Date.now()) / 86_400_000 + 0.01;
    const late = await untilAnswer(order, ({ shipmentLateAt }) => shipmentLateAt !== undefined);
    expect(late).toMatchObject({ status: 'Confirmed', deadlines: [{ timer: 'late-cancel' }] });

    await system.restart();
    days += 7;
    const cancelled = await untilAnswer(order, ({ status }) => status === 'Cancelled');
    expect(cancelled.deadlines).toEqual([]);
    const { body: history } = await system.call<{ type: string }[]>('GET', `${path}/history`);
    expect(history.map(({ type }) => type)).toEqual([
      'OrderPlaced',
      'PaymentCaptured',
      'OrderConfirmed',
      'ShipmentLate',
      'LinesCancelled',
      'RefundInitiated',
    ]);
  });
});
