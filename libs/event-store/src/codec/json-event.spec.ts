import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { fromJson, toJson } from './json-event.js';
import { type Upcasters } from './upcasters.js';

const at = '2026-01-05T09:00:00.000Z';
const event = { type: 'CupFilled', at, data: { size: 'L' }, metadata: { by: 'ana' } };
const renamed: Upcasters = { CupFilled: [({ size, ...data }) => ({ ...data, volume: size })] };

const recorded = (written: NewEvent): RecordedEvent => ({
  ...written,
  stream: 'cup-1',
  revision: 4,
  position: positionAt(9n),
  created: new Date(at),
});

it('is read as it was written', () => {
  const written = toJson(randomUUID(), event, {});
  expect(fromJson(recorded(written), {})).toEqual(event);
  expect(JSON.parse(written.metadata.toString())).toEqual({ at, schemaVersion: 1, by: 'ana' });
});

it('is read in the present version, and written in it', () => {
  const old = recorded(toJson(randomUUID(), event, {}));
  expect(fromJson(old, renamed).data).toEqual({ volume: 'L' });
  const { metadata } = toJson(randomUUID(), event, renamed);
  expect(JSON.parse(metadata.toString())).toMatchObject({ schemaVersion: 2 });
});

it('is not guessed at where it is newer than the software', () => {
  const newer = recorded(toJson(randomUUID(), event, renamed));
  expect(() => fromJson(newer, {})).toThrow(
    'cup-1@4 is a CupFilled of version 2; this software reads up to 1.',
  );
});
