import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pMap from 'p-map';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { order } from './marketplace-day/buy.js';
import { fates } from './marketplace-day/fates.js';
import { Market } from './marketplace-day/market.js';
import { longNight } from './marketplace-day/night.js';
import { somePlan } from './marketplace-day/plan.js';
import { differences } from './marketplace-day/reconcile.js';

/** Another day each time; a day that failed comes again with its number. */
const seed = Number(process.env.MARKETPLACE_DAY ?? Date.now() % 1_000_000);
const orders = 300;

describe(`a marketplace's day of ${orders} orders (MARKETPLACE_DAY=${seed})`, () => {
  let market: Market;
  beforeAll(async () => void (market = await Market.open()));
  afterAll(() => market.close());

  it('goes on, whatever becomes of each order', async () => {
    await market.openShops();
    const plans = fc.sample(somePlan, { seed, numRuns: orders });
    const failures: string[] = [];
    await pMap(
      plans.entries(),
      async ([index, plan]) => {
        const [name, fate] = fates[index % fates.length]!;
        const fail = (error: unknown): void =>
          void failures.push(`Order ${index}, paid ${plan.pays}, ${name}: ${String(error)}`);
        await order(market, plan)
          .then((bought) => fate(market, bought))
          .catch(fail);
      },
      { concurrency: 10 },
    );
    expect(failures).toEqual([]);
    expect(market.orders.length).toBeGreaterThanOrEqual(orders);
  }, 300_000);

  it(
    'ends by itself in the night after it, whatever nobody has gone on with',
    () => longNight(market),
    300_000,
  );

  it('leaves no cent, no unit and no coupon that is told otherwise anywhere', async () => {
    for (const bought of market.orders) await market.payOut(bought);
    // Waits until all that follows the log has caught up with it.
    expect(await runCaptured(market.system.environment, 'verify')).toMatchObject({ exitCode: 0, err: '' });
    expect(await differences(market)).toEqual([]);
  }, 300_000);
});
