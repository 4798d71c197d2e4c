import { type ConsumedRecord, type StatusRecord } from '../status-log.port.js';

/**
 * Why a record was parked. It waits for an earlier event of its order (`sequence-gap`: that has not come;
 * `follows-parked`: that is parked itself), or it was tried in vain (`unreadable`, `failed`).
 */
export const parkingReasons = ['sequence-gap', 'follows-parked', 'unreadable', 'failed'] as const;
export type ParkingReason = (typeof parkingReasons)[number];

/** The reasons that pass by themselves, as soon as the earlier event is applied. */
export const waitingReasons: readonly ParkingReason[] = ['sequence-gap', 'follows-parked'];

/** A record that a group is to park now. */
export interface NewlyParked {
  readonly record: ConsumedRecord;
  readonly reason: ParkingReason;
  readonly error: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** A record that a group has parked, with its place in the topic. */
export interface ParkedRecord extends StatusRecord {
  readonly group: string;
  readonly orderId: string;
  /** Missing where the record itself does not say it. */
  readonly sequence?: number;
  readonly partition: number;
  readonly offset: bigint;
  readonly reason: ParkingReason;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: Date;
}
