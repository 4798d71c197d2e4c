import { afterAll, beforeAll } from '@jest/globals';
import { type RunningSystem, runningSystem } from '../support/running-system.js';
import { describeLifeOfAnOrder } from './life-of-an-order.js';

let system: RunningSystem;
beforeAll(async () => {
  system = await runningSystem();
});
afterAll(() => system.stop());

describeLifeOfAnOrder('one process', () => system);
