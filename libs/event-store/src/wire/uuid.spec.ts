import shared from '@eventstore/db-client/generated/shared_pb.js';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidRequest } from './invalid-request.js';
import { fromUuid, toUuid } from './uuid.js';

it('keeps every id, as text and in halves', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (id, structured) => {
      expect(fromUuid(toUuid(id, structured))).toBe(id);
    }),
  );
});

it('splits an id into two signed halves', () => {
  const halves = toUuid('80000000-0000-0000-0000-000000000001', true).getStructured();
  expect(halves?.getMostSignificantBits()).toBe('-9223372036854775808');
  expect(halves?.getLeastSignificantBits()).toBe('1');
});

it('refuses what is no id', () => {
  expect(() => fromUuid(undefined)).toThrow(InvalidRequest);
  expect(() => fromUuid(new shared.UUID().setString('order-1'))).toThrow("'order-1' is not a valid UUID.");
});
