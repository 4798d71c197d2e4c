import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { createOrderExample } from '../../apps/order-api/src/commands/routes/placement.js';
import { offerExample } from '../../apps/order-api/src/offers/offer.dto.js';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { type RunningSystem, runningSystem } from '../support/running-system.js';

let system: RunningSystem;

const verify = () => runCaptured(system.environment, 'verify');

describe('`orders verify`', () => {
  beforeAll(async () => {
    system = await runningSystem();
  });
  afterAll(() => system.stop());

  it('finds offers that are listed otherwise than the log tells', async () => {
    const seller = system.name('seller');
    await system.call('PUT', `/sellers/${seller}/offers/shirt`, { body: offerExample });
    expect(await verify()).toMatchObject({ exitCode: 0 });
    const { pool } = system.database;
    await pool.query('delete from offers where seller_id = $1', [seller]);
    const { exitCode, out } = await verify();
    expect([exitCode, JSON.parse(out)]).toEqual([
      1,
      {
        table: 'offers',
        key: { stream: `offer-${seller}/shirt` },
        expected: { ...offerExample, sellerId: seller, productId: 'shirt' },
        found: null,
      },
    ]);
    await system.call('POST', `/sellers/${seller}/offers/shirt/withdraw`, { body: {} });
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });

  it('finds coupons whose uses are listed otherwise than the log tells', async () => {
    const seller = system.name('seller');
    const coupon = { code: 'TEN', label: 'Ten', currency: 'EUR', benefit: { kind: 'amount', amount: 10 } };
    await system.call('POST', `/sellers/${seller}/coupons`, { body: coupon });
    expect(await verify()).toMatchObject({ err: '' });
    const { pool } = system.database;
    await pool.query('update coupons set redeemed = 7 where seller_id = $1', [seller]);
    expect(JSON.parse((await verify()).out)).toEqual({
      table: 'coupons',
      key: { seller_id: seller, code: 'TEN' },
      column: 'redeemed',
      expected: 0,
      found: 7,
    });
    await pool.query('update coupons set redeemed = 0 where seller_id = $1', [seller]);
  });

  it('finds goods that are held or listed otherwise than the log tells', async () => {
    const seller = system.name('seller');
    const [{ productId, variant }] = createOrderExample.lines as [(typeof createOrderExample.lines)[0]];
    const path = `/sellers/${seller}/stock/${productId}`;
    await system.call('PUT', path, { body: { variant, onHand: 9 } });
    const placed = await system.call('POST', '/orders', {
      body: { ...createOrderExample, sellerId: seller },
    });
    expect(await verify()).toMatchObject({ exitCode: 0 });

    const { pool } = system.database;
    await pool.query('update stock set held = held + 1 where seller_id = $1', [seller]);
    const wrong = await verify();
    expect(wrong.exitCode).toBe(1);
    expect(JSON.parse(wrong.out)).toEqual({
      table: 'stock',
      key: { seller_id: seller, product_id: productId },
      expected: { [variant!]: [9, 2] },
      found: { [variant!]: [9, 3] },
    });
    await pool.query('update stock set held = held - 1 where seller_id = $1', [seller]);

    // As if the worker had lost the order: nobody gives the goods back.
    const orderId = placed.body['orderId'] as string;
    const forget = () => pool.query('delete from reservations where order_id = $1 and ordered', [orderId]);
    await untilAnswer(forget, ({ rowCount }) => rowCount === 1);
    await system.call('POST', `/orders/${orderId}/cancel`, { body: { reason: 'changed-mind' } });
    const lost = await verify();
    expect([lost.exitCode, JSON.parse(lost.out)]).toEqual([
      1,
      {
        table: 'stock',
        key: { seller_id: seller, product_id: productId, order_id: orderId },
        expected: {},
        found: { [variant!]: [2, 0] },
      },
    ]);
  });
});
