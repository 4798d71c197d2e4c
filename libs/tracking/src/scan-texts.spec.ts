import { describe, expect, it } from '@jest/globals';
import { describeScan } from './scan-texts.js';

describe('describeScan', () => {
  it.each([
    ['OUT_FOR_DELIVERY', 'The package is on its last way to you.'],
    ['In customs', 'The package is at the customs.'],
    ['HUB_SORT 7', 'Carrier: hub sort 7.'],
    ['已签收', 'Carrier: 已签收.'],
    ['Đã_giao', 'Carrier: đã giao.'],
    ['constructor', 'Carrier: constructor.'],
  ])('puts %s into words', (code, text) => expect(describeScan(code)).toBe(text));
});
