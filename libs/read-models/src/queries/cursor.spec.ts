import { describe, expect, it } from '@jest/globals';
import { time } from '@app/ordering/testing';
import { readCursor, writeCursor } from './cursor.js';

describe('readCursor', () => {
  it('reads what a list gave out, and nothing else', () => {
    const cursor = { at: time(1), orderId: 'paid' };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const text of [
      '',
      'x',
      encoded(null),
      encoded({}),
      encoded([time(1)]),
      encoded(['yesterday', 'paid']),
    ])
      expect(readCursor(text)).toBeUndefined();
  });
});
