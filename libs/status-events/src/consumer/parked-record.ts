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
  /** Who gave it up, and why: it is not parked any more, and stays as the trace of that. */
  readonly dropped?: Dropping & { readonly at: Date };
}

/** An operator's decision that the group is to do without an event. */
export interface Dropping {
  readonly by: string;
  readonly reason: string;
}

/** An order that has something parked in a group. */
export interface ParkedOrder {
  readonly group: string;
  readonly orderId: string;
  /** The sequence of the event that the order waits for. */
  readonly next: number;
  /** The record of that event; while it has not come, the earliest of those that are parked. */
  readonly first: ParkedRecord;
  /** How many records are parked. */
  readonly records: number;
  /** How many of them do not say their sequence: nothing waits for those. */
  readonly unnumbered: number;
}
