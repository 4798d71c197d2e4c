import { type MinorUnits } from '../money.js';
import { type Address, type LineChange } from '../order-terms.js';

/** The buyer wants the goods sent elsewhere. */
export interface ChangeAddress {
  readonly type: 'change-address';
  /** The change's name within the order; the command's id where none is given. */
  readonly changeId?: string;
  readonly shippingAddress: Address;
  /** What shipping costs to the new address, where that is something else; a service says it, with the buyer's consent. */
  readonly shippingFee?: MinorUnits;
}

/** The buyer wants another size, colour or quantity of what was ordered. */
export interface ModifyLines {
  readonly type: 'modify-lines';
  /** The change's name within the order; the command's id where none is given. */
  readonly changeId?: string;
  readonly changes: readonly LineChange[];
}

/** The seller's answer to a change that the buyer asked for. */
export interface AnswerChange {
  readonly type: 'answer-change';
  readonly changeId: string;
  readonly approve: boolean;
  readonly note?: string;
}

/** The buyer no longer wants a change that was not made yet. */
export interface WithdrawChange {
  readonly type: 'withdraw-change';
  readonly changeId: string;
}

export type ChangesCommand = ChangeAddress | ModifyLines | AnswerChange | WithdrawChange;
