/** Carriers' own pages for one package, by the carrier's code; the tracking number goes behind each. */
const trackingPages: Readonly<Record<string, string>> = {
  aramex: 'https://www.aramex.com/track/results?ShipmentNumber=',
  'australia-post': 'https://auspost.com.au/mypost/track/#/details/',
  'canada-post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/details/',
  colissimo: 'https://www.laposte.fr/outils/suivre-vos-envois?code=',
  dhl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
  evri: 'https://www.evri.com/track/parcel/',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
  gls: 'https://gls-group.com/track/',
  'japan-post': 'https://trackings.post.japanpost.jp/services/srv/search/direct?locale=en&reqCodeNo1=',
  'la-poste': 'https://www.laposte.fr/outils/suivre-vos-envois?code=',
  'ninja-van': 'https://www.ninjavan.co/en-sg/tracking?id=',
  'royal-mail': 'https://www.royalmail.com/track-your-item#/tracking-results/',
  'sf-express': 'https://www.sf-express.com/us/en/dynamic_function/waybill/#search/bill-number/',
  'thailand-post': 'https://track.thailandpost.co.th/?trackNumber=',
  ups: 'https://www.ups.com/track?tracknum=',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
};

/** The carrier's own page for the package; undefined where the carrier has none that is known here. */
export function trackingLink(carrier: string, trackingNumber: string): string | undefined {
  const code = carrier.trim().toLowerCase().replaceAll(/[ _]+/g, '-');
  const page = Object.hasOwn(trackingPages, code) ? trackingPages[code] : undefined;
  return page && page + encodeURIComponent(trackingNumber.trim());
}
