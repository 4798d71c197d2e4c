import { expect, it } from '@jest/globals';
import { positionAt } from '@app/event-store';
import { type Fact } from '@app/ordering';
import { resourceCodec } from './resource-codec.js';

type Filled = Fact<'CupFilled', { readonly size: string }>;

const { encode, decode } = resourceCodec<Filled>({ CupFilled: [] });
const event: Filled = { type: 'CupFilled', at: '2026-01-05T09:00:00.000Z', data: { size: 'L' } };
const recorded = {
  ...encode(event, { correlationId: 'c-1' }),
  stream: 'cup-1',
  revision: 0,
  position: positionAt(0n),
  created: new Date(),
};

it('gives an event back as it was', () => expect(decode(recorded)).toEqual(event));

it('does not pass over an event that it does not know', () =>
  expect(() => decode({ ...recorded, type: 'CupBroken' })).toThrow('does not know it'));
