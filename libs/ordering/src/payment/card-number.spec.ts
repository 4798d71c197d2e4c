import { describe, expect, it } from '@jest/globals';
import { holdsCardNumber, withoutCardNumbers } from './card-number.js';

describe('a text that holds a card number', () => {
  // Numbers that payment providers publish for tests.
  it.each([
    '4111111111111111',
    '4111-1111-1111-1111',
    '4111 1111 1111 1111',
    'pay-5555555555554444',
    'tok_378282246310005.v2',
    '3782.822463.10005',
    '6011111111111117',
    '2223003122003222',
  ])('%s', (text) => expect(holdsCardNumber(text)).toBe(true));

  it('is kept with the digits that receipts show', () =>
    expect(withoutCardNumbers('pay 4111-1111-1111-1111, INV/2026/0001')).toBe(
      'pay 411111******1111, INV/2026/0001',
    ));
});

describe('a text that holds none', () => {
  it.each([
    ['a number with a wrong check digit', '4111111111111112'],
    ['a provider reference', 'psp-8835610567210021'],
    ['a number that is too short', '411111111111'],
    ['digits within a hexadecimal id', 'a4111111111111111f'],
    ['a UUID', '41111111-1111-4111-8111-411111111111'],
    ['a time in milliseconds', 'pay-1767603600000'],
    ['words', 'wallet:ayu'],
  ])('%s', (_, text) => expect(holdsCardNumber(text)).toBe(false));
});
