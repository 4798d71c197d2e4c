import { randomUUID } from 'node:crypto';
import { type Actor, type OrderCommand } from '@app/ordering';
import { type CommandRequest } from '../command-request.js';

export const service: Actor = { role: 'service', id: 'backend' };

/** A request with everything that a test does not care about filled in. */
export const request = (
  orderId: string,
  command: OrderCommand,
  changes: Partial<CommandRequest> = {},
): CommandRequest => ({
  orderId,
  command,
  commandId: randomUUID(),
  correlationId: randomUUID(),
  actor: service,
  at: '2026-01-05T09:00:00.000Z',
  ...changes,
});
