import { type CaseLife } from '../cases/case-life.js';

export const deliveryStates = [
  'arranged',
  'in-transit',
  'attempted',
  'held-for-pick-up',
  'overdue',
  'delivered',
  'returning',
  'received-back',
  'lost',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What can become of a package that is on its way. */
const onTheWay = {
  DeliveryAttempted: 'attempted',
  PackageHeld: 'held-for-pick-up',
  PackageDelivered: 'delivered',
  PackageReturning: 'returning',
  PackageReceivedBack: 'received-back',
  PackageLost: 'lost',
} as const;

/** A package from its packing to its end: with the buyer, with the seller again, or lost. */
export const packageLife: CaseLife<DeliveryState> = {
  arranged: { waitsFor: 'seller', timer: 'late-cancel', on: { PackageShipped: 'in-transit' } },
  'in-transit': {
    waitsFor: 'carrier',
    timer: 'package-overdue',
    on: { ...onTheWay, PackageOverdue: 'overdue', PackageMarkTakenBack: 'arranged' },
  },
  attempted: {
    waitsFor: 'carrier',
    timer: 'package-overdue',
    on: { ...onTheWay, PackageOverdue: 'overdue' },
  },
  'held-for-pick-up': {
    waitsFor: 'buyer',
    timer: 'package-overdue',
    on: { ...onTheWay, PackageOverdue: 'overdue' },
  },
  // The seller asks the carrier. A scan shows that it is not lost yet.
  overdue: {
    waitsFor: 'seller',
    timer: 'package-lost',
    on: { ...onTheWay, PackageScanned: 'in-transit' },
  },
  delivered: { on: { PackageMarkTakenBack: 'in-transit' } },
  // The buyer has the price back already. What carriers deliver all the same stays with the buyer.
  returning: {
    waitsFor: 'seller',
    timer: 'package-lost',
    on: { PackageDelivered: 'delivered', PackageReceivedBack: 'received-back', PackageLost: 'lost' },
  },
  lost: {
    on: {
      PackageDelivered: 'delivered',
      PackageReturning: 'returning',
      PackageReceivedBack: 'received-back',
    },
  },
  'received-back': { on: {} },
};
