/** Carriers' own pages for one package, by the carrier's code; the tracking number goes behind each. */
const trackingPages: Readonly<Record<string, string>> = {
  'australia-post': 'https://auspost.com.au/mypost/track/#/details/',
  'canada-post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/details/',
  dhl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
  gls: 'https://gls-group.com/track/',
  'royal-mail': 'https://www.royalmail.com/track-your-item#/tracking-results/',
  ups: 'https://www.ups.com/track?tracknum=',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
};

/** The carrier's own page for the package; undefined where the carrier has none that is known here. */
export function trackingLink(carrier: string, trackingNumber: string): string | undefined {
  const code = carrier.trim().toLowerCase().replaceAll(/[ _]+/g, '-');
  const page = Object.hasOwn(trackingPages, code) ? trackingPages[code] : undefined;
  return page && page + encodeURIComponent(trackingNumber.trim());
}
