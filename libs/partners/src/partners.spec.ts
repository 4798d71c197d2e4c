import { beforeEach, expect, it } from '@jest/globals';
import { asEventStore, MemoryEventStore } from '@app/event-store/testing';
import { Partners, type SetNamesRequest } from './partners.js';

const jne = { role: 'carrier', id: 'jne' } as const;
const request = (names: readonly string[], changes: Partial<SetNamesRequest> = {}): SetNamesRequest => ({
  names,
  at: '2026-01-05T09:00:00.000Z',
  causation: { actor: { role: 'platform', id: 'staff' } },
  ...changes,
});

let store: MemoryEventStore;
/** As another process would see them. */
const partners = () => new Partners(asEventStore(store));
beforeEach(() => void (store = new MemoryEventStore()));

it('a carrier is meant by its id until names are set, and by these alone then', async () => {
  expect(await partners().find(jne)).toEqual({ version: 0, names: ['jne'] });
  expect(await partners().setNames(jne, request(['JNE Express']))).toMatchObject({
    answer: { version: 1, names: ['JNE Express'] },
  });
  expect(await partners().namesOf(jne)).toEqual(['JNE Express']);
  expect(await partners().namesOf({ role: 'carrier', id: 'sicepat' })).toEqual(['sicepat']);
  expect(await partners().namesOf({ role: 'seller', id: 'jne' })).toBeUndefined();
});

it('names that mean it already make no version', async () => {
  expect(await partners().setNames(jne, request(['jne']))).toMatchObject({ answer: { version: 0 } });
  await partners().setNames(jne, request(['a', 'b']));
  expect(await partners().setNames(jne, request(['a', 'b']))).toMatchObject({ answer: { version: 1 } });
  expect(await partners().setNames(jne, request([]))).toMatchObject({ answer: { version: 2, names: [] } });
});

it('names are not set over a version that the sender has not seen', async () => {
  await partners().setNames(jne, request(['a'], { expectedVersion: 0 }));
  expect(await partners().setNames(jne, request(['b'], { expectedVersion: 0 }))).toMatchObject({
    refusal: { code: 'revision-mismatch' },
  });
  expect(await partners().find(jne)).toEqual({ version: 1, names: ['a'] });
});
