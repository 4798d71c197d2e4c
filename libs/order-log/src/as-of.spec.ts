import { expect, it } from '@jest/globals';
import { asEventStore, MemoryEventStore } from '@app/event-store/testing';
import { statusOf } from '@app/ordering';
import { pay } from '@app/ordering/testing';
import { asOf } from './as-of.js';
import { placedOn } from './testing/processes.js';

it('an order as of an instant is folded from what had happened by then', async () => {
  const { log, orderId, issue } = await placedOn(asEventStore(new MemoryEventStore()));
  await issue(pay(), { at: '2026-01-05T10:00:00.000Z' });
  await issue({ type: 'confirm' }, { at: '2026-01-05T11:00:00.000Z' });
  const history = await log.history(orderId);
  const statusAt = (instant: string) => {
    const order = asOf(history, instant);
    return order && statusOf(order);
  };
  expect(statusAt('2026-01-05T08:59:59.999Z')).toBeUndefined();
  expect(statusAt('2026-01-05T09:00:00.000Z')).toBe('AwaitingPayment');
  expect(statusAt('2026-01-05T12:30:00+02:00')).toBe('AwaitingConfirmation');
  expect(statusAt('2027-01-01T00:00:00Z')).toBe('Confirmed');
});
