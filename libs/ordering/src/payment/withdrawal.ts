import { type MinorUnits, sum } from '../money.js';
import { type Order, type Withdrawal } from '../order.js';
import { type WithdrawalKind, withdrawalKinds } from './commands.js';

/** What providers have taken, or given back by themselves, of these kinds, and have not reinstated. */
export const withdrawn = (order: Order, kinds: readonly WithdrawalKind[] = withdrawalKinds): MinorUnits =>
  sum(
    standing(order)
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ amount }) => amount),
  );

/** The withdrawals whose money is away. Rows of older orders know of none. */
export const standing = ({ withdrawals = [] }: Order): readonly Withdrawal[] =>
  withdrawals.filter(({ state }) => state !== 'reinstated');
