import { runningSystem } from '../support/running-system.js';
import { describeLifeOfAnOrder } from './life-of-an-order.js';

describeLifeOfAnOrder('one process', runningSystem);
