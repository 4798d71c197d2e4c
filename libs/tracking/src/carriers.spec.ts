import { describe, expect, it } from '@jest/globals';
import { trackingLink } from './carriers.js';

describe('trackingLink', () => {
  it.each([
    ['ups', '1Z999', 'https://www.ups.com/track?tracknum=1Z999'],
    ['DHL', ' 12 34 ', 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=12%2034'],
    ['Royal Mail', 'AB1', 'https://www.royalmail.com/track-your-item#/tracking-results/AB1'],
    ['Ninja Van', 'NV1', 'https://www.ninjavan.co/en-sg/tracking?id=NV1'],
    ['fedex', '1&x=2', 'https://www.fedex.com/fedextrack/?trknbr=1%26x%3D2'],
  ])('leads to the page of %s', (carrier, number, link) => {
    expect(trackingLink(carrier, number)).toBe(link);
  });

  it.each(['jne', '', 'constructor'])('knows no page of %j', (carrier) => {
    expect(trackingLink(carrier, '1')).toBeUndefined();
  });
});
