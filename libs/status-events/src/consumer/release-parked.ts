import { type Pool } from 'pg';
import { Effects, type Released, type StatusConsumer } from './effects.js';
import { parkingReasons } from './parked-record.js';

/**
 * Applies what a group has parked of an order, in order, as far as it goes: for an operator who has mended the
 * cause. What still cannot be applied stays parked, and all that follows it.
 */
export const releaseParked = (pool: Pool, consumer: StatusConsumer, orderId: string): Promise<Released> =>
  new Effects(pool, consumer, () => {}).release(orderId, parkingReasons);
