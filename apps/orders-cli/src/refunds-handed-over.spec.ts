import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { type OrderCommand } from '@app/ordering';
import { create, fail, given, goodwill, pay, settleRefund } from '@app/ordering/testing';
import { appendTo, project } from '@app/read-models/testing';
import { runCaptured } from './testing/run-captured.js';

const retry: OrderCommand = { type: 'retry-refund', refundId: 'gift' };

describe('orders refunds handed-over', () => {
  let database: TestDatabase;
  const handedOver = (...args: string[]) =>
    runCaptured({ DATABASE_URL: database.url }, 'refunds', 'handed-over', ...args);

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('lists what waits for a person, and nothing else', async () => {
    expect(await handedOver()).toMatchObject({ exitCode: 0, out: 'No refund waits for a person.\n' });

    const eventStore = new PostgresEventStore(database.pool);
    const tooOften = [goodwill(), fail('1'), retry, fail('2'), retry, fail('3')];
    const place = (orderId: string, ...steps: OrderCommand[]) =>
      appendTo(eventStore, orderId, given(create({ orderId }), pay(), ...steps).events);
    await place('waits', ...tooOften);
    await place('helped', ...tooOften, settleRefund('bank-1'));
    await place('failed', goodwill(), fail('1'));
    await project(database.pool, eventStore);
    await eventStore.close();

    const { out } = await handedOver();
    expect(out).toMatch(
      /^waits {2}gift {2}€1\.00 by card {2}failed 3 times, .* provider-error {2}since 2026-\S+\n$/,
    );
    const { out: json } = await handedOver('--json');
    expect(JSON.parse(json)).toMatchObject({ orderId: 'waits', refundId: 'gift', amount: 100, failures: 3 });
  });
});
