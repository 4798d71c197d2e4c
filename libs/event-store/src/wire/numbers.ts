import { type Position } from '../position.js';
import { unknownRequest } from './invalid-request.js';

/** In the protocol the highest unsigned number means the end; signed, as servers count, it is -1. */
export const END = 2n ** 64n - 1n;
const HIGHEST = 2n ** 63n - 1n;

/** A number of the protocol, -1 for the end. Throws InvalidRequest for what servers cannot count. */
export function toInteger(text: string): bigint {
  const number = BigInt(text);
  if (number === END) return -1n;
  if (number > HIGHEST) throw unknownRequest(`${text} is not in the range from 0 to ${HIGHEST}.`);
  return number;
}

/** Revisions beyond what a number can hold exactly are beyond every stream, too. */
export const toRevision = (number: bigint): number => Math.min(Number(number), Number.MAX_SAFE_INTEGER);

/** 'end' for the highest. Throws InvalidRequest where it can be no position of any log. */
export function toPosition(commit: string, prepare: string): Position | 'end' {
  if (BigInt(commit) < BigInt(prepare))
    throw unknownRequest('The commit position cannot be less than the prepare position.');
  const position = { commit: toInteger(commit), prepare: toInteger(prepare) };
  return position.commit < 0n ? 'end' : position;
}
