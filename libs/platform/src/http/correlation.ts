import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';

export const correlationHeader = 'x-correlation-id';

/** The caller's correlation id, or a new one where there is none or none that can be taken. */
export function correlationIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[correlationHeader];
  return typeof given === 'string' && /^[A-Za-z0-9._:-]{1,128}$/.test(given) ? given : randomUUID();
}
