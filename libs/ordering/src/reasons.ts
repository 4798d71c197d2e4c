import { type Role } from './actor.js';
import {
  type CancellationReason,
  type ClaimKind,
  type DelayCause,
  type ReturnReason,
} from './order-terms.js';

/** Whose fault something is. */
export const faults = ['seller', 'buyer', 'carrier', 'platform', 'nobody'] as const;
export type Fault = (typeof faults)[number];

export interface ReasonRules {
  /** Who may give it, beside the platform and services, who speak for all of them. */
  readonly of: readonly Role[];
  /** Missing where it is the fault of whoever gives it. */
  readonly fault?: Fault;
}

type PackageReason = 'refused' | 'unclaimed' | 'undeliverable' | 'found' | 'lost' | 'damaged' | 'overdue';

interface ReasonTable {
  readonly cancellation: Readonly<Record<CancellationReason, ReasonRules>>;
  readonly return: Readonly<Record<ReturnReason, ReasonRules>>;
  readonly claim: Readonly<Record<ClaimKind, ReasonRules>>;
  readonly delay: Readonly<Record<DelayCause, ReasonRules>>;
  readonly package: Readonly<Record<PackageReason, ReasonRules>>;
}

/** Every reason that can be given, by whom, and whose fault it says that it is. */
export const reasonTable: ReasonTable = {
  cancellation: {
    'changed-mind': { of: ['buyer'], fault: 'buyer' },
    'wrong-address': { of: ['buyer', 'seller'], fault: 'buyer' },
    'found-cheaper': { of: ['buyer'], fault: 'buyer' },
    'out-of-stock': { of: ['seller'], fault: 'seller' },
    unpaid: { of: [], fault: 'buyer' },
    'not-shipped': { of: [], fault: 'seller' },
    'suspected-fraud': { of: ['seller'], fault: 'nobody' },
    other: { of: ['buyer', 'seller'] },
  },
  return: {
    damaged: { of: ['buyer'], fault: 'seller' },
    'wrong-item': { of: ['buyer'], fault: 'seller' },
    'not-as-described': { of: ['buyer'], fault: 'seller' },
    'missing-parts': { of: ['buyer'], fault: 'seller' },
    'no-longer-wanted': { of: ['buyer'], fault: 'buyer' },
    other: { of: ['buyer'] },
  },
  claim: {
    'not-received': { of: ['buyer'], fault: 'carrier' },
    damaged: { of: ['buyer'], fault: 'seller' },
    'wrong-item': { of: ['buyer'], fault: 'seller' },
  },
  delay: {
    'out-of-stock': { of: ['seller'], fault: 'seller' },
    'late-dispatch': { of: ['seller'], fault: 'seller' },
    carrier: { of: ['seller', 'carrier'], fault: 'carrier' },
    weather: { of: ['seller', 'carrier'], fault: 'nobody' },
    customs: { of: ['seller', 'carrier'], fault: 'nobody' },
    'wrong-address': { of: ['seller', 'carrier'], fault: 'buyer' },
    holidays: { of: ['seller', 'carrier'], fault: 'nobody' },
    other: { of: ['seller', 'carrier'] },
  },
  package: {
    refused: { of: ['seller', 'carrier'], fault: 'buyer' },
    unclaimed: { of: ['seller', 'carrier'], fault: 'buyer' },
    undeliverable: { of: ['seller', 'carrier'], fault: 'nobody' },
    found: { of: ['seller', 'carrier'], fault: 'carrier' },
    lost: { of: ['seller', 'carrier'], fault: 'carrier' },
    damaged: { of: ['seller', 'carrier'], fault: 'carrier' },
    overdue: { of: [], fault: 'carrier' },
  },
};

export type ReasonOf<Kind extends keyof ReasonTable> = keyof ReasonTable[Kind] & string;

/** Who may give the reason, and whose fault it says that it is. */
export const rulesOf = (kind: keyof ReasonTable, reason: string): ReasonRules =>
  (reasonTable[kind] as Readonly<Record<string, ReasonRules>>)[reason]!;

/** Whose fault it is, given who says so. */
export function faultOf<Kind extends keyof ReasonTable>(
  kind: Kind,
  reason: ReasonOf<Kind>,
  role?: Role,
): Fault {
  const { fault } = rulesOf(kind, reason);
  return fault ?? faults.find((party) => party === role) ?? 'nobody';
}

/** Whether the buyer is owed something for it: it is somebody else's fault. */
export const isOthersFault = (fault: Fault | undefined): boolean =>
  fault === 'seller' || fault === 'carrier' || fault === 'platform';

/** Whose fault an event says that it is; one of before this was recorded is known by its reason. */
export const faultIn = <Kind extends keyof ReasonTable>(
  kind: Kind,
  { fault, reason }: { readonly fault?: Fault; readonly reason: ReasonOf<Kind> },
): Fault => fault ?? faultOf(kind, reason);

/** What the reason is called in the catalogue of words; of "other" nothing is said. */
export type ReasonKey =
  `reason.${Exclude<CancellationReason, 'other'>}` | `delay-cause.${Exclude<DelayCause, 'other'>}`;
