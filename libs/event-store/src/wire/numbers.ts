import { min } from '../bigints.js';

/** PostgreSQL's bigint ends where the protocol's unsigned numbers are half way; no log gets there. */
const LAST_POSITION = 2n ** 62n;

/** Revisions beyond what a number can hold exactly are beyond every stream, too. */
export function toRevision(text: string): number {
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

export function toPosition(text: string): bigint {
  return min(BigInt(text), LAST_POSITION);
}
