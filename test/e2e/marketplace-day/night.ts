import { Test } from '@nestjs/testing';
import { EnginesModule, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { untilAnswer } from '@app/workers/testing';
import { Clock } from '../../../apps/deadline-worker/src/clock.js';
import { DeadlineWorkerModule } from '../../../apps/deadline-worker/src/deadline-worker.module.js';
import { type Market } from './market.js';
import { sellers } from './plan.js';

/** How many times faster time goes: twenty days in a second. */
const faster = 20 * 86_400;

/** Tabs of a seller whose orders still wait for something. */
const open = ['new', 'ready-to-ship', 'in-shipping'];

/** Nobody does anything any more: a second worker, on whose clock time flies, ends whatever still waits. */
export async function longNight(market: Market): Promise<void> {
  const dusk = Date.now();
  const now = () => new Date(dusk + (Date.now() - dusk) * faster);
  const engines = await openEngines(loadSettings(market.system.environment));
  const imports = [EnginesModule.with(engines), DeadlineWorkerModule];
  const worker = await Test.createTestingModule({ imports })
    .overrideProvider(Clock)
    .useValue({ now })
    .compile();
  await worker.init();
  try {
    for (const { id } of sellers)
      await untilAnswer(
        () => market.ask<Record<string, number>>('GET', `/sellers/${id}/orders/counts`),
        (counts) => open.every((tab) => !counts[tab]),
      );
    // Unpaid orders stand in no tab of their seller.
    for (const { orderId } of market.orders)
      await untilAnswer(
        () => market.seen(orderId),
        ({ status, deadlines }) => ['Completed', 'Cancelled'].includes(status) && deadlines.length === 0,
      );
  } finally {
    await worker.close();
  }
}
