import { claimLife, type ClaimState } from '../claims/claim-life.js';
import { deliveryOf } from '../fulfilment/delivery-of.js';
import { type DeliveryState, packageLife } from '../fulfilment/package-life.js';
import { type ClaimCase, type Order, type PackageState, type RefundCase, type ReturnCase } from '../order.js';
import { refundLife, type RefundState } from '../refunds/refund-life.js';
import { returnLife, type ReturnState } from '../returns/return-life.js';
import { type Case, type CaseLife } from './case-life.js';

/** One kind of case: its life, and where an order keeps its cases. */
export interface CaseKind<State extends string, One extends Case<State>> {
  readonly name: 'return' | 'claim' | 'refund' | 'package';
  readonly life: CaseLife<State>;
  readonly all: (order: Order) => readonly One[];
  readonly id: (one: One) => string;
}

export const returnCases: CaseKind<ReturnState, ReturnCase> = {
  name: 'return',
  life: returnLife,
  all: ({ returns }) => returns,
  id: ({ returnId }) => returnId,
};

export const claimCases: CaseKind<ClaimState, ClaimCase> = {
  name: 'claim',
  life: claimLife,
  all: ({ claims }) => claims,
  id: ({ claimId }) => claimId,
};

export const refundCases: CaseKind<RefundState, RefundCase> = {
  name: 'refund',
  life: refundLife,
  all: ({ refunds }) => refunds,
  id: ({ refundId, share }) => (share === undefined ? refundId : `${refundId}#${share}`),
};

export const packageCases: CaseKind<DeliveryState, PackageState & Case<DeliveryState>> = {
  name: 'package',
  life: packageLife,
  all: ({ packages }) => packages.map(deliveryOf),
  id: ({ packageId }) => packageId,
};
