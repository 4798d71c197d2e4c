/** The rules that an order was placed under. They are recorded in it, so a later change never reaches back. */
export interface OrderPolicy {
  readonly version: string;
  /** Hours until an unpaid order is cancelled. */
  readonly unpaidExpiryHours: number;
  /** Minutes after payment in which the buyer may still cancel freely and nobody can confirm; 0 is none. */
  readonly holdMinutes: number;
  /** Days after delivery until the order completes by itself. */
  readonly autoCompleteDays: number;
  /** Days after delivery in which a return may be asked for. */
  readonly returnWindowDays: number;
  /** Products that cannot be sent back. */
  readonly nonReturnableProducts: readonly string[];
  /** Whether the seller has to tick off the packing checklist before dispatch. */
  readonly checklistRequired: boolean;
}

/** What holds where a seller has set nothing. There is no hold, so that a paid order can be confirmed at once. */
export const defaultPolicy: OrderPolicy = {
  version: 'default-1',
  unpaidExpiryHours: 24,
  holdMinutes: 0,
  autoCompleteDays: 7,
  returnWindowDays: 15,
  nonReturnableProducts: [],
  checklistRequired: false,
};
