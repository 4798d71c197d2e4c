import { InvalidArgumentError } from 'commander';
import { DateTime } from 'luxon';
import { type Role, roles } from '@app/ordering';

/** An ISO 8601 time as an instant in UTC; without an offset it is taken as UTC. Refuses anything else as wrong usage. */
export function instantArgument(text: string): string {
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (time.isValid) return time.toISO();
  throw new InvalidArgumentError('A time in ISO 8601 is expected, like 2018-05-31T17:45:00Z.');
}

export function roleArgument(text: string): Role {
  const role = roles.find((known) => known === text);
  if (role !== undefined) return role;
  throw new InvalidArgumentError(`One of ${roles.join(', ')} is expected.`);
}

/** An id as the HTTP interface takes it. */
export function idArgument(text: string): string {
  if (/^[A-Za-z0-9._:-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('1 to 64 letters, digits and . _ : - are expected.');
}

/** A duration with its unit: seconds, minutes, hours or days. */
export function durationArgument(text: string): string {
  if (/^[1-9]\d{0,5}[smhd]$/.test(text)) return text;
  throw new InvalidArgumentError('A duration is expected, like 90s, 15m, 8h or 30d.');
}

/** A text that says something. */
export function textArgument(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('A text is expected.');
}

/** The number of an event within its order. */
export function sequenceArgument(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 is expected.');
}

/** The number of a mail in the outbox. */
export function mailArgument(text: string): string {
  if (/^[1-9]\d{0,17}$/.test(text)) return text;
  throw new InvalidArgumentError('The number of a mail is expected.');
}

/** The id of a webhook. */
export function webhookArgument(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new InvalidArgumentError('The id of a webhook is expected, as "webhooks list" prints it.');
}
