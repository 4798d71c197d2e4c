import { describe, expect, it } from '@jest/globals';
import { english } from '@app/words';
import { describeScan } from './describe-scan.js';

describe('describeScan', () => {
  it.each([
    ['OUT_FOR_DELIVERY', 'The package is out for delivery.'],
    ['In customs', 'The package is at the customs.'],
    ['HUB_SORT 7', 'Carrier: hub sort 7.'],
    ['已签收', 'Carrier: 已签收.'],
    ['Đã_giao', 'Carrier: đã giao.'],
    ['other', 'Carrier: other.'],
    ['constructor', 'Carrier: constructor.'],
  ])('puts %s into words', (code, text) => expect(describeScan(code, english)).toBe(text));

  it('says it in Indonesian', () =>
    expect(describeScan('out for delivery', { ...english, language: 'id' })).toBe(
      'Paket sedang diantar kurir.',
    ));
});
