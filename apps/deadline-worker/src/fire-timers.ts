import { randomUUID } from 'node:crypto';
import { type CommandRequest } from '@app/order-log';

/** Has an order do what is due in it at an instant (ISO 8601, UTC). */
export function fireTimers(orderId: string, at: string): CommandRequest {
  const commandId = randomUUID();
  return {
    orderId,
    command: { type: 'fire-timers' },
    commandId,
    correlationId: commandId,
    actor: { role: 'timer', id: 'deadline-worker' },
    at,
  };
}
