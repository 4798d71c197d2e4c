import { createHash } from 'node:crypto';

/** Positions travel inside texts between these marks until the scenario is over; then each becomes its rank. */
const OPEN = '\u0001';
const CLOSE = '\u0002';
const MAX = 2n ** 64n - 1n;

export function position(value) {
  if (value === undefined || value === null) return 'none';
  const number = BigInt(value);
  if (number === 0n) return 'zero';
  if (number === MAX) return 'max';
  return `${OPEN}${number}${CLOSE}`;
}

export function pair(at, words = ['', '/prepare ']) {
  if (!at) return 'nowhere';
  const commit = position(at.commit);
  const prepare = position(at.prepare);
  return commit === prepare ? commit : `${words[0]}${commit}${words[1]}${prepare}`;
}

/** Replaces every position by its place among all positions of the scenario. */
export function rankPositions(log) {
  const text = JSON.stringify(log);
  const marks = /\\u0001(\d+)\\u0002/g;
  const found = [...new Set([...text.matchAll(marks)].map((match) => BigInt(match[1])))];
  const ranks = new Map(
    found.sort((a, b) => (a < b ? -1 : 1)).map((value, rank) => [value.toString(), rank]),
  );
  return JSON.parse(text.replace(marks, (_, digits) => `p${ranks.get(digits)}`));
}

const LONG = 160;

export function bytesText(bytes) {
  const buffer = Buffer.from(bytes ?? []);
  if (buffer.length > LONG) return `${buffer.length} bytes ${digest(buffer)}`;
  const text = buffer.toString('utf8');
  const same = Buffer.from(text, 'utf8').equals(buffer) && !/[\u0000-\u001f\u007f]/.test(text);
  return same ? text : `hex:${buffer.toString('hex')}`;
}

export function digest(value) {
  return createHash('sha1').update(value).digest('hex').slice(0, 8);
}

export function shortText(text) {
  return text.length > LONG ? `${text.slice(0, 40)}… ${text.length} letters` : text;
}
