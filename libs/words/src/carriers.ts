interface Carrier {
  readonly name: string;
  /** Its own page for one package; where an address cannot name the package, the page where people enter its number. */
  readonly page?: string;
}

const jnt: Carrier = { name: 'J&T Express', page: 'https://jet.co.id/track' };
const pos: Carrier = { name: 'Pos Indonesia', page: 'https://www.posindonesia.co.id/id/tracking' };
const lion: Carrier = { name: 'Lion Parcel', page: 'https://lionparcel.com/track/stt?q={number}' };
const shopee: Carrier = { name: 'Shopee Express', page: 'https://spx.co.id/track?{number}' };
const laPoste: Carrier = {
  name: 'La Poste',
  page: 'https://www.laposte.fr/outils/suivre-vos-envois?code={number}',
};

/** Carriers by their codes, as sellers write them. */
const carriers: Readonly<Record<string, Carrier>> = {
  anteraja: { name: 'AnterAja', page: 'https://anteraja.id/tracking' },
  aramex: { name: 'Aramex', page: 'https://www.aramex.com/track/results?ShipmentNumber={number}' },
  'australia-post': {
    name: 'Australia Post',
    page: 'https://auspost.com.au/mypost/track/#/details/{number}',
  },
  'canada-post': {
    name: 'Canada Post',
    page: 'https://www.canadapost-postescanada.ca/track-reperage/en#/details/{number}',
  },
  colissimo: { ...laPoste, name: 'Colissimo' },
  dhl: { name: 'DHL', page: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}' },
  evri: { name: 'Evri', page: 'https://www.evri.com/track/parcel/{number}' },
  fedex: { name: 'FedEx', page: 'https://www.fedex.com/fedextrack/?trknbr={number}' },
  gls: { name: 'GLS', page: 'https://gls-group.com/track/{number}' },
  // Shows where a courier is only to those who have the order's own link.
  gosend: { name: 'GoSend' },
  'j&t': jnt,
  'j&t-express': jnt,
  jnt: jnt,
  'japan-post': {
    name: 'Japan Post',
    page: 'https://trackings.post.japanpost.jp/services/srv/search/direct?locale=en&reqCodeNo1={number}',
  },
  jne: { name: 'JNE', page: 'https://www.jne.co.id/tracking-package' },
  'la-poste': laPoste,
  lion,
  'lion-parcel': lion,
  'ninja-van': { name: 'Ninja Van', page: 'https://www.ninjavan.co/en-sg/tracking?id={number}' },
  pos,
  'pos-indonesia': pos,
  'royal-mail': {
    name: 'Royal Mail',
    page: 'https://www.royalmail.com/track-your-item#/tracking-results/{number}',
  },
  'sf-express': {
    name: 'SF Express',
    page: 'https://www.sf-express.com/us/en/dynamic_function/waybill/#search/bill-number/{number}',
  },
  'shopee-express': shopee,
  sicepat: { name: 'SiCepat', page: 'https://www.sicepat.com/checkAwb' },
  spx: shopee,
  'thailand-post': { name: 'Thailand Post', page: 'https://track.thailandpost.co.th/?trackNumber={number}' },
  ups: { name: 'UPS', page: 'https://www.ups.com/track?tracknum={number}' },
  usps: { name: 'USPS', page: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}' },
};

/** The carrier's name as people know it; its code where it is not known here. */
export const carrierName = (code: string): string => carrierOf(code)?.name ?? code;

/** The carrier's own page for the package; undefined where the carrier has none that is known here. */
export const trackingLink = (code: string, trackingNumber: string): string | undefined =>
  carrierOf(code)?.page?.replace('{number}', () => encodeURIComponent(trackingNumber.trim()));

function carrierOf(text: string): Carrier | undefined {
  const code = text.trim().toLowerCase().replaceAll(/[ _]+/g, '-');
  return Object.hasOwn(carriers, code) ? carriers[code] : undefined;
}
