import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { after, day } from '../timers.js';
import { type TrackPackage } from './commands.js';
import { oncePacked } from './status-rules.js';

export const trackRules: CommandRules<TrackPackage> = {
  roles: ['carrier', 'platform', 'service'],
  in: oncePacked,
  actsOn: (order) => order.packages.length > 0,
  decide,
};

/** A scan that is known already is accepted, and nothing is recorded again. */
function decide(order: Order, { type: _, ...scan }: TrackPackage, { at }: DecisionContext): DecisionResult {
  const { packageId, code, place } = scan;
  const parcel = order.packages.find((candidate) => candidate.packageId === packageId);
  if (parcel === undefined) return refuse('unknown-package', { packageId }, '/packageId');
  // Carriers' clocks differ by their time zones where they are set wrong.
  if (Date.parse(scan.scannedAt) > Date.parse(after(at, day)))
    return refuse('scan-in-future', {}, '/scannedAt');
  const scannedAt = after(scan.scannedAt, 0);
  const known = parcel.scans.some(
    (earlier) => earlier.code === code && earlier.scannedAt === scannedAt && earlier.place === place,
  );
  return known ? [] : [{ type: 'PackageScanned', at, data: { ...scan, scannedAt } }];
}
