import { describe, expect, it } from '@jest/globals';
import { describeScan } from './describe-scan.js';
import { english } from './locale.js';
import { say } from './text.js';

describe('describeScan', () => {
  it.each([
    ['OUT_FOR_DELIVERY', 'The package is out for delivery.'],
    ['In customs', 'The package is at the customs.'],
    ['PICKED_UP', 'The carrier has collected the package.'],
    ['Delivery-Failed', 'The carrier could not deliver the package.'],
    ['HUB_SORT 7', 'Carrier: hub sort 7.'],
    ['已签收', 'Carrier: 已签收.'],
    ['Đã_giao', 'Carrier: đã giao.'],
    ['other', 'Carrier: other.'],
    ['constructor', 'Carrier: constructor.'],
  ])('puts %s into words', (code, text) => expect(say(english, describeScan(code))).toBe(text));

  it('says it in Indonesian', () =>
    expect(say({ ...english, language: 'id' }, describeScan('out for delivery'))).toBe(
      'Paket sedang diantar kurir.',
    ));
});
