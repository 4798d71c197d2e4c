import { describe, expect, it } from '@jest/globals';
import { carrierName, trackingLink } from './carriers.js';

describe('trackingLink', () => {
  it.each([
    ['ups', '1Z999', 'https://www.ups.com/track?tracknum=1Z999'],
    ['DHL', ' 12 34 ', 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=12%2034'],
    ['Royal Mail', 'AB1', 'https://www.royalmail.com/track-your-item#/tracking-results/AB1'],
    ['Ninja Van', 'NV1', 'https://www.ninjavan.co/en-sg/tracking?id=NV1'],
    ['SPX', 'SPXID0622', 'https://spx.co.id/track?SPXID0622'],
    ['Lion Parcel', '11LP1', 'https://lionparcel.com/track/stt?q=11LP1'],
    ['JNE', 'JNE1', 'https://www.jne.co.id/tracking-package'],
    ['J&T Express', 'JT1', 'https://jet.co.id/track'],
    ['SiCepat', '1', 'https://www.sicepat.com/checkAwb'],
    ['anteraja', '1', 'https://anteraja.id/tracking'],
    ['Pos Indonesia', '1', 'https://www.posindonesia.co.id/id/tracking'],
    ['fedex', '1&x=2', 'https://www.fedex.com/fedextrack/?trknbr=1%26x%3D2'],
  ])('leads to the page of %s', (carrier, number, link) => {
    expect(trackingLink(carrier, number)).toBe(link);
  });

  it.each(['gosend', 'my van', '', 'constructor'])('knows no page of %j', (carrier) => {
    expect(trackingLink(carrier, '1')).toBeUndefined();
  });
});

describe('carrierName', () => {
  it.each([
    ['jne', 'JNE'],
    ['jnt', 'J&T Express'],
    ['shopee_express', 'Shopee Express'],
    ['my van', 'my van'],
  ])('knows %s as %s', (code, name) => expect(carrierName(code)).toBe(name));
});
