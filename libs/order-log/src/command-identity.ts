import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { type Actor } from '@app/ordering';

/** Namespace of all ids that this system derives (a random UUID, fixed for ever). */
const namespace = '5b0d5f4e-6a4c-4d0e-9a53-3f1c6f0e7b21';

const derive = (...parts: string[]): string => uuidv5(JSON.stringify(parts), namespace);

/** The id of the order that a caller's key creates: the same key leads to the same order. */
export const orderIdFor = (caller: Actor, key: string): string =>
  derive('order', caller.role, caller.id, key);

/** The id of the quote that a caller's key makes. */
export const quoteIdFor = (caller: Actor, key: string): string =>
  derive('quote', caller.role, caller.id, key);

/** The id of the order that a quote's part becomes in a checkout: always the same. */
export const quotedOrderId = (quoteId: string, sellerId: string): string =>
  derive('quoted-order', quoteId, sellerId);

/** The id of a command: one caller's key on one order. Two callers, or two orders, never share one. */
export const commandIdFor = (caller: Actor, orderId: string, key: string): string =>
  derive('command', caller.role, caller.id, orderId, key);

/** Tells whether two commands ask for the same thing: a digest of their content, whatever its key order. */
export const fingerprintOf = (command: object, onBehalfOf?: Actor): string =>
  createHash('sha256')
    .update(JSON.stringify([command, onBehalfOf], sortedKeys))
    .digest('base64url');

const sortedKeys = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
