import { sentence } from '@app/words';
import { type WrongField } from './problem.js';

/** Bounds of every body, so that checking it in detail costs little; a field may well have narrower ones. */
const maxDepth = 6;
const maxEntries = 1000;
const maxNameLength = 64;

/** What is wrong with a JSON value as a whole: too large or deep, or names that belong to every object. */
export function shapeError(value: unknown, depth = 0): WrongField | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (depth === maxDepth) return { pointer: '', code: 'too-deep', sentence: { key: 'field.too-deep' } };
  const entries = Object.entries(value);
  if (entries.length > maxEntries)
    return { pointer: '', code: 'too-many', sentence: sentence('field.too-many', { most: maxEntries }) };
  for (const [name, child] of entries) {
    if (name.length > maxNameLength || name in Object.prototype)
      return { pointer: '', code: 'unknown-field', sentence: { key: 'field.unknown-name' } };
    const error = shapeError(child, depth + 1);
    if (error !== undefined) return { ...error, pointer: `${pointerTo(name)}${error.pointer}` };
  }
  return undefined;
}

/** One step of a JSON pointer (RFC 6901). */
export const pointerTo = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
