import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { request } from '@app/order-log/testing';
import { create } from '@app/ordering/testing';
import { processOn } from '@app/reservations/testing';
import { runCaptured } from './testing/run-captured.js';

describe('orders stock', () => {
  let database: TestDatabase;
  const stock = (...args: string[]) => runCaptured({ DATABASE_URL: database.url }, 'stock', ...args);

  beforeAll(async () => {
    database = await testDatabase();
    const store = new PostgresEventStore(database.pool);
    const { stocks, commands } = processOn(store);
    const count = (onHand: number, variant?: string) =>
      stocks.count('s-1', 'p-shirt', { onHand, variant }, '2026-01-05T09:00:00.000Z', {});
    await count(5);
    await count(1, 'M');
    for (const orderId of ['o-1', 'o-2']) await commands.execute(request(orderId, create({ orderId })));
    await count(3);
    await store.close();
  });
  afterAll(() => database.drop());

  it('prints what there is, and who waits for it in which order', async () => {
    expect(await stock('s-1', 'p-shirt')).toMatchObject({
      exitCode: 0,
      out: [
        'without variant: 3 on hand, 4 held, 0 to be sold',
        '  o-1  2',
        '  o-2  2, 1 of them missing',
        'M: 1 on hand, 0 held, 1 to be sold',
        '',
      ].join('\n'),
    });
    const [first, second] = (await stock('s-1', 'p-shirt', '--json')).out.trim().split('\n');
    expect(JSON.parse(first!)).toMatchObject({
      onHand: 3,
      short: 1,
      orders: [
        { orderId: 'o-1', missing: 0 },
        { orderId: 'o-2', missing: 1 },
      ],
    });
    expect(JSON.parse(second!)).toMatchObject({ variant: 'M', onHand: 1, orders: [] });
  });

  it('tells where no stock is kept', async () =>
    expect(await stock('s-1', 'p-mug')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('keeps no stock of p-mug'),
    }));
});
