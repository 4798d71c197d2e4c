import { describe, expect, it, test } from '@jest/globals';
import { type Role } from './actor.js';
import { claimCases, packageCases, refundCases, returnCases } from './cases/case-kinds.js';
import { type CaseLife, type CaseState } from './cases/case-life.js';
import { allowedCommands } from './command-table.js';
import { type ExistingCommandType } from './commands.js';
import { type Order } from './order.js';
import { defaultPolicy, type OrderPolicy } from './policy.js';
import { type OrderStatus, orderStatuses, statusOf } from './status.js';
import {
  everySituation,
  type Situation,
  situationAfter,
  type Step,
  steps,
} from './testing/every-situation.js';
import { create } from './testing/scenario.js';
import { runningTimers } from './timer-table.js';

/** Packages and cases, whose lives say whose turn it is. */
const kinds = [packageCases, returnCases, claimCases, refundCases] as unknown as readonly {
  readonly name: string;
  readonly life: CaseLife<string>;
  readonly all: (order: Order) => readonly { readonly state: string }[];
}[];

const { placement, packages, returns, claims, refunds } = steps;
/** Steps that meet each other; all at once would be millions of situations. */
const together: Readonly<Record<string, readonly Step[]>> = {
  'before and while it is sent': [...placement, ...packages.slice(0, 5)],
  'on its way': [placement[0]!, placement[2]!, ...packages, ...claims],
  'sent back': [placement[0]!, placement[2]!, ...packages.slice(1, 5), ...returns, ...claims],
  refunded: [placement[0]!, placement[2]!, ...packages.slice(1, 5), ...returns.slice(0, 4), ...refunds],
};
const orders = { paid: create(), 'paid in cash': create({ paymentMethod: 'cash-on-delivery' }) };

/** A seller who is in no hurry: all timers that a policy can go without are away. */
const patient: OrderPolicy = {
  ...defaultPolicy,
  holdMinutes: 60,
  shipByWorkingDays: 0,
  cancelLateWorkingDays: 0,
  answerCancellationHours: 0,
  changeExpiryHours: 0,
  answerReturnWorkingDays: 0,
};

const situations = Object.values(together).flatMap((some) =>
  Object.values(orders).flatMap((first) => everySituation(first, defaultPolicy, some)),
);
const unhurried = Object.values(together).flatMap((some) => everySituation(orders.paid, patient, some));
const isOver = (order: Order): boolean => ['Completed', 'Cancelled'].includes(statusOf(order));

/** Where the order stands when nobody does anything any more, and each timer runs out. */
function leftAlone(situation: Situation, policy: OrderPolicy): Situation {
  const [timer] = runningTimers(situation.order);
  if (timer === undefined) return situation;
  const next = situationAfter({ ...situation, at: timer.dueAt }, ['timer', { type: 'fire-timers' }], policy);
  if (next === undefined) throw new Error(`${timer.timer} does not fire after ${situation.by.join(', ')}.`);
  return leftAlone(next, policy);
}

/** Whose turn it is with the packages and cases of an order. */
const awaited = (order: Order) =>
  kinds.flatMap(({ all, life }) => all(order).flatMap(({ state }) => life[state]!.waitsFor ?? []));

/** Whom an order waits for, and for what. On hold it waits for a timer alone. */
const nextStep: Readonly<Record<OrderStatus, readonly [Role, ExistingCommandType] | undefined>> = {
  AwaitingPayment: ['payments', 'pay'],
  OnHold: undefined,
  AwaitingConfirmation: ['seller', 'confirm'],
  Confirmed: ['seller', 'ship'],
  ShipmentArranged: ['seller', 'ship'],
  PartiallyShipped: ['seller', 'ship'],
  InTransit: ['carrier', 'deliver'],
  Delivered: ['buyer', 'confirm-receipt'],
  Completed: undefined,
  Cancelled: undefined,
};

const timersOf = (order: Order): string[] => runningTimers(order).map(({ timer }) => timer);

const turnIn = ({ waitsFor, timer }: CaseState<string>): string =>
  `${waitsFor ?? 'nobody'} is awaited${timer === undefined ? '' : `, or ${timer}`}`;

/** Why nobody can do anything about the order but a timer that runs; nothing where somebody can. */
function stuck({ order, by }: Situation): string[] {
  const can = (role: Role): ExistingCommandType[] =>
    allowedCommands(order, role).filter((type) => type !== 'post-message' && type !== 'track');
  const [role, type] = nextStep[statusOf(order)] ?? [];
  const moves =
    runningTimers(order).length > 0 ||
    (role !== undefined && can(role).includes(type!)) ||
    order.openCancellations.length + order.openChanges.length > 0 ||
    awaited(order).some((party) => can(party).length > 0);
  return isOver(order) || moves ? [] : [`${statusOf(order)} after ${by.join(', ')}`];
}

describe('wherever an order stands', () => {
  it.each(orderStatuses)('there are situations in which it is %s', (status) =>
    expect([...situations, ...unhurried].some(({ order }) => statusOf(order) === status)).toBe(true),
  );

  // A return is received only while its refund is made.
  test.each(
    kinds.flatMap(({ name, life, all }) =>
      Object.keys(life)
        .filter((state) => state !== 'received')
        .map((state) => ({ name, state, all, turn: turnIn(life[state]!), ...life[state]! })),
    ),
  )('a $name that is $state: $turn', ({ state, all, waitsFor, timer }) => {
    const found = situations.filter(({ order }) => all(order).some((one) => one.state === state));
    expect(found).not.toEqual([]);
    for (const { order } of found)
      if (waitsFor !== undefined) expect(allowedCommands(order, waitsFor)).not.toEqual([]);
    if (timer !== undefined) expect(found.flatMap(({ order }) => timersOf(order))).toContain(timer);
  });

  it('somebody can go on, or a timer does', () => expect(situations.flatMap(stuck)).toEqual([]));

  it('also where a policy does without timers', () => {
    const ends = unhurried.map((situation) => leftAlone(situation, patient));
    expect(ends.flatMap(stuck)).toEqual([]);
  });

  it('it ends when nobody does anything, but for what the platform decides and providers pay', () => {
    for (const situation of situations) {
      const { order, by } = leftAlone(situation, defaultPolicy);
      const waiting = awaited(order).filter((party) => party !== 'payments');
      const decided = waiting.every((party) => party === 'platform');
      const claimed = allowedCommands(order, 'platform').includes('resolve-claim');
      expect({ by, waiting, ends: decided && (isOver(order) || claimed) }).toEqual({
        by,
        waiting,
        ends: true,
      });
    }
  });
});
