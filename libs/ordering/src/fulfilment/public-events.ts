import { type Order, type PackageState } from '../order.js';
import { delayCauses, delayOfferKinds, shippingMethods } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import {
  amount,
  currency,
  day,
  described,
  fault,
  id,
  packedUnits,
  scannedAt,
  text,
  timer,
  units,
} from '../public-fields.js';
import { faultIn } from '../reasons.js';
import { packageMarks } from './commands.js';
import { lossReasons, returningReasons } from './events.js';
import { neverCame } from './lost-packages.js';

/** Evolving the order has made sure that the package is there. */
const packageOf = (order: Order, packageId: string): PackageState =>
  order.packages.find((candidate) => candidate.packageId === packageId)!;

/** The package by itself, and its properties. */
const ofPackage = <Package extends object>(parcel: Package) => ({ package: parcel, ...parcel });

const consignment = {
  carrier: described(text, 'Code of the carrier.'),
  trackingNumber: described(text, "The carrier's number of the package."),
} as const;

/** A package as it was made ready. */
const parcel = {
  ...packedUnits.properties,
  method: { enum: shippingMethods, description: 'Who ships: the seller, or the marketplace.' },
  ...consignment,
  estimatedDelivery: day,
} as const;

const wasLost = {
  const: true,
  description: 'It had been given up, and the buyer has the price back already.',
} as const;

const scan = {
  code: described(text, "The carrier's code for what happened."),
  place: described(text, 'Where the carrier scanned it.'),
  scannedAt,
} as const;

const estimate = {
  fields: { newEstimate: day },
  optional: {
    packageId: described(id, 'Missing where it is about all that had not arrived.'),
    previousEstimate: day,
  },
} as const;

export const fulfilmentPublicEvents = {
  HoldReleased: publicEvent('HoldReleased', {
    name: 'hold-released',
    summary: 'The time in which the buyer could cancel freely after payment is over.',
    fields: {},
    noticeTo: ['buyer', 'seller'],
  }),
  OrderConfirmed: publicEvent('OrderConfirmed', {
    name: 'confirmed',
    summary: 'The seller has taken the order on.',
    fields: {},
    optional: { timer },
    noticeTo: ['buyer', 'seller'],
  }),
  ShipmentLate: publicEvent('ShipmentLate', {
    name: 'shipment-late',
    summary: "The seller's time to send everything is over.",
    fields: { timer },
    timeline: { timer, dueAt: { type: 'string', format: 'date-time' } },
    noticeTo: ['buyer', 'seller'],
  }),
  GoodsProvided: publicEvent('GoodsProvided', {
    name: 'goods-provided',
    summary: "Goods that need no shipping are the buyer's now.",
    fields: { units },
    noticeTo: ['buyer'],
  }),
  PackageArranged: publicEvent('PackageArranged', {
    name: 'package-arranged',
    summary: 'A package is ready for its carrier.',
    fields: {
      package: {
        type: 'object',
        required: ['packageId', 'units', 'method', 'carrier', 'trackingNumber'],
        properties: parcel,
      },
    },
    timeline: parcel,
    from: ({ data }, after) => ofPackage(packageOf(after, data.packageId)),
    noticeTo: ['buyer', 'seller'],
  }),
  PackageUnpacked: publicEvent('PackageUnpacked', {
    name: 'package-unpacked',
    summary:
      'Cancelled units were taken out of a package that had not left. Without any unit left there is no package.',
    fields: { package: described(packedUnits, 'The units that were taken out.') },
    timeline: packedUnits.properties,
    from: ({ data }) => ofPackage(data),
    noticeTo: ['seller'],
  }),
  PackageShipped: publicEvent('PackageShipped', {
    name: 'shipped',
    summary: 'The carrier has taken a package over.',
    fields: { package: { type: 'object', required: packedUnits.required, properties: parcel } },
    timeline: parcel,
    from: ({ data }, after) => ofPackage(packageOf(after, data.packageId)),
    noticeTo: ['buyer', 'seller'],
  }),
  PackageScanned: publicEvent('PackageScanned', {
    name: 'package-scanned',
    summary:
      'The carrier has scanned a package. Scans may come late, repeated and in any order; they change no status.',
    fields: {
      packageId: id,
      scan: {
        type: 'object',
        required: ['code', 'scannedAt'],
        properties: scan,
      },
    },
    timeline: { packageId: id, ...scan },
    from: ({ data }) => ({ ...data, scan: data }),
    // Where the package is stands in its tracking; a notice of every scan would bury the others.
    noticeTo: [],
  }),
  DeliveryDelayed: publicEvent('DeliveryDelayed', {
    name: 'delayed',
    summary: 'Goods come later than expected.',
    fields: {
      ...estimate.fields,
      cause: { enum: delayCauses },
      currency: described(currency, "That of the offer's amount (ISO 4217)."),
    },
    optional: {
      ...estimate.optional,
      fault,
      offer: {
        type: 'object',
        description: "What makes up for a delay. A voucher's code is not told here.",
        required: ['kind'],
        properties: {
          kind: { enum: delayOfferKinds },
          amount: described(amount, 'What a voucher is worth.'),
        },
      },
    },
    from: ({ data }, { currency }) => ({
      ...data,
      currency,
      fault: faultIn('delay', { ...data, reason: data.cause }),
    }),
    noticeTo: ['buyer', 'seller'],
  }),
  DeliveryEstimateChanged: publicEvent('DeliveryEstimateChanged', {
    name: 'estimate-changed',
    summary: 'The day on which goods are expected has changed.',
    ...estimate,
    noticeTo: ['buyer'],
  }),
  PackageDelivered: publicEvent('PackageDelivered', {
    name: 'package-delivered',
    summary: 'The buyer has a package, as its carrier, its seller or the buyer says.',
    fields: { package: packedUnits },
    optional: { wasLost },
    timeline: { ...parcel, wasLost },
    from: ({ data }, after) => {
      const delivered = packageOf(after, data.packageId);
      return { ...ofPackage(delivered), wasLost: delivered.lostAt === undefined ? undefined : true };
    },
    noticeTo: ['buyer'],
  }),
  DeliveryAttempted: publicEvent('DeliveryAttempted', {
    name: 'delivery-attempted',
    summary: 'Nobody took a package; the carrier tries again.',
    fields: { packageId: id },
    optional: { until: described(day, 'When it is tried again.') },
    noticeTo: ['buyer'],
  }),
  PackageHeld: publicEvent('PackageHeld', {
    name: 'package-held',
    summary: 'A package waits for the buyer to pick it up.',
    fields: { packageId: id },
    optional: { place: described(text, 'Where.'), until: described(day, 'The last day for it.') },
    noticeTo: ['buyer'],
  }),
  PackageReturning: publicEvent('PackageReturning', {
    name: 'package-returning',
    summary: 'A package goes back to its seller. Nobody waits for it any more, and its price goes back.',
    fields: { packageId: id, reason: { enum: returningReasons } },
    optional: { fault },
    from: ({ data }) => ({ ...data, fault: faultIn('package', data) }),
    noticeTo: ['buyer', 'seller'],
  }),
  PackageReceivedBack: publicEvent('PackageReceivedBack', {
    name: 'package-received-back',
    summary: 'The seller has a package again that the buyer did not get.',
    fields: {
      packageId: id,
      sellable: described(
        { ...units, minItems: 0 },
        'What of it can be sold again; the rest is written off.',
      ),
    },
    noticeTo: ['buyer'],
  }),
  PackageLost: publicEvent('PackageLost', {
    name: 'package-lost',
    summary: 'A package will not come: it is lost, came to harm, or was not heard of for too long.',
    fields: { packageId: id, reason: { enum: lossReasons } },
    optional: { fault, timer },
    from: ({ data }) => ({ ...data, fault: faultIn('package', data) }),
    noticeTo: ['buyer', 'seller'],
  }),
  PackageOverdue: publicEvent('PackageOverdue', {
    name: 'package-overdue',
    summary: 'Nobody has said for long what became of a package.',
    fields: { packageId: id, timer },
    noticeTo: ['buyer', 'seller'],
  }),
  PackageCorrected: publicEvent('PackageCorrected', {
    name: 'package-corrected',
    summary: 'A package has another carrier, or another tracking number, than was said.',
    fields: {
      packageId: id,
      ...consignment,
      previous: { type: 'object', required: ['carrier', 'trackingNumber'], properties: consignment },
    },
    noticeTo: ['buyer'],
  }),
  PackageMarkTakenBack: publicEvent('PackageMarkTakenBack', {
    name: 'mark-taken-back',
    summary: 'A package was not shipped, or not delivered, after all.',
    fields: { packageId: id, mark: { enum: packageMarks } },
    noticeTo: ['buyer', 'seller'],
  }),
  OrderDelivered: publicEvent('OrderDelivered', {
    name: 'delivered',
    summary: 'Every unit that was neither cancelled nor lost has reached the buyer.',
    fields: {},
    optional: { lost: described(units, 'What never came, and whose price went back.') },
    from: (_, after) => {
      const lost = neverCame(after);
      return { lost: lost.length === 0 ? undefined : lost };
    },
    noticeTo: ['buyer', 'seller'],
  }),
  OrderCompleted: publicEvent('OrderCompleted', {
    name: 'completed',
    summary: 'The order is done: the buyer said so, or a timer did.',
    fields: {},
    optional: { timer },
    noticeTo: ['buyer', 'seller'],
  }),
};
