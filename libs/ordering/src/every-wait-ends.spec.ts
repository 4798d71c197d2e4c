import { describe, expect, it, test } from '@jest/globals';
import { claimCases, packageCases, refundCases, returnCases } from './cases/case-kinds.js';
import { type CaseState } from './cases/case-life.js';
import { type ClaimState } from './claims/claim-life.js';
import { allowedCommands } from './command-table.js';
import { type OrderEvent } from './events.js';
import { evolve } from './evolve.js';
import { type DeliveryState } from './fulfilment/package-life.js';
import { type Order } from './order.js';
import { type RefundState } from './refunds/refund-life.js';
import { type ReturnState } from './returns/return-life.js';
import { type OrderStatus, statusOf } from './status.js';
import {
  answerClaim,
  arrange,
  claim,
  create,
  deliver,
  fail,
  given,
  givenEvents,
  goodwill,
  grant,
  missing,
  offer,
  pay,
  problem,
  receive,
  receiveBack,
  requestReturn,
  resolve,
  sendBack,
  settleRefund,
  ship,
  time,
  under,
  withdrawClaim,
  withdrawReturn,
} from './testing/scenario.js';
import { runningTimers } from './timer-table.js';

const confirm = { type: 'confirm' } as const;
const paid = [create(), pay()] as const;
const sent = [...paid, confirm, ship()] as const;
const arrived = [...sent, deliver()] as const;
const returning = [...arrived, requestReturn()] as const;
const refunded = [...arrived, goodwill()] as const;
const overdue = [{ type: 'fire-timers' }, { role: 'timer', at: time(24 * 15) }] as const;

type Story = ReturnType<typeof given>;

const statuses: Readonly<Record<OrderStatus, Story>> = {
  AwaitingPayment: given(create()),
  OnHold: given([create(), under({ holdMinutes: 60 })], pay()),
  AwaitingConfirmation: given(...paid),
  Confirmed: given(...paid, confirm),
  ShipmentArranged: given(...paid, confirm, arrange()),
  PartiallyShipped: given(...paid, confirm, ship({ units: [{ lineId: 'mug', quantity: 1 }] })),
  InTransit: given(...sent),
  Delivered: given(...arrived),
  Completed: given(...arrived, { type: 'confirm-receipt' }),
  Cancelled: given(create(), { type: 'cancel', reason: 'other' }),
};

const packages: Readonly<Record<DeliveryState, Story>> = {
  arranged: statuses.ShipmentArranged,
  'in-transit': given(...sent),
  attempted: given(...sent, problem('attempted')),
  'held-for-pick-up': given(...sent, problem('held-for-pick-up')),
  overdue: given(...sent, overdue),
  delivered: given(...arrived),
  returning: given(...sent, problem('refused')),
  'received-back': given(...sent, receiveBack()),
  lost: given(...sent, problem('lost')),
};

const returns: Readonly<Record<Exclude<ReturnState, 'received'>, Story>> = {
  requested: given(...returning),
  offered: given(...returning, offer(100)),
  approved: given(...returning, grant),
  shipped: given(...returning, grant, sendBack),
  refunded: given(...returning, grant, sendBack, receive()),
  'partly-refunded': given(...returning, offer(100), {
    type: 'answer-offer',
    returnId: 'back',
    accept: true,
  }),
  rejected: given(...returning, { ...grant, answer: 'reject' }),
  'receipt-refused': given(...returning, grant, sendBack, receive(false)),
  expired: given(...returning, grant, [{ type: 'fire-timers' }, { role: 'timer', at: time(24 * 6) }]),
  withdrawn: given(...returning, withdrawReturn),
};

const claims: Readonly<Record<ClaimState, Story>> = {
  opened: given(...arrived, claim()),
  disputed: given(...arrived, claim(), answerClaim(false)),
  escalated: given(...arrived, claim(), answerClaim(false), { type: 'escalate-claim', claimId: 'claim' }),
  resolved: given(...sent, missing(), resolve('buyer')),
  withdrawn: given(...arrived, claim(), withdrawClaim),
};

const refunds: Readonly<Record<RefundState, Story>> = {
  initiated: given(...refunded),
  failed: given(...refunded, fail('1')),
  'handed-over': given(
    ...[...refunded, fail('1'), { type: 'retry-refund', refundId: 'gift' } as const, fail('2')],
    { type: 'retry-refund', refundId: 'gift' },
    fail('3'),
  ),
  settled: given(...refunded, settleRefund('1')),
};

const isOver = (order: Order): boolean => ['Completed', 'Cancelled'].includes(statusOf(order));

/** Who can still do something about the order's packages and cases, by their lives. */
const awaited = (order: Order): CaseState<string>[] =>
  [packageCases, returnCases, claimCases, refundCases].flatMap(
    ({ all, life }: { all: (of: Order) => readonly { state: string }[]; life: object }) =>
      all(order).map(({ state }) => (life as Record<string, CaseState<string>>)[state]!),
  );

/** What is still waited for when nobody ever does anything, and each clock runs out. */
function leftAlone({ events, order }: Story): Order {
  let [history, after]: [readonly OrderEvent[], Order] = [events, order!];
  for (let next = runningTimers(after)[0]; next !== undefined; next = runningTimers(after)[0]) {
    const fired = givenEvents(history).when({ type: 'fire-timers' }, { role: 'timer', at: next.dueAt });
    if (fired.decision.kind === 'refused') throw new Error(`${next.timer}: ${fired.decision.refusal.code}`);
    history = [...history, ...fired.decision.events];
    after = fired.decision.events.reduce<Order>(evolve, after);
  }
  return after;
}

const stories = [
  ...Object.entries(statuses).map(([state, story]) => [`order ${state}`, state, story] as const),
  ...Object.entries(packages).map(([state, story]) => [`package ${state}`, state, story] as const),
  ...Object.entries(returns).map(([state, story]) => [`return ${state}`, state, story] as const),
  ...Object.entries(claims).map(([state, story]) => [`claim ${state}`, state, story] as const),
  ...Object.entries(refunds).map(([state, story]) => [`refund ${state}`, state, story] as const),
];

describe('wherever an order stands', () => {
  test.each(stories)('%s is the state of its example', (name, state, { order }) => {
    const all = {
      order: [statusOf(order!)],
      package: packageCases.all(order!).map((one) => one.state),
      return: order!.returns.map((one) => one.state),
      claim: order!.claims.map((one) => one.state),
      refund: order!.refunds.map((one) => one.state),
    };
    expect(all[name.split(' ')[0] as keyof typeof all]).toContain(state);
  });

  // What waits for the platform or a provider is a person's or a program's to do; a claim keeps its order from completing.
  test.each(stories)('%s: nobody has to do anything for it to end', (_, __, story) => {
    const order = leftAlone(story);
    const waiting = awaited(order).flatMap(({ waitsFor }) => waitsFor ?? []);
    expect(waiting.filter((party) => party !== 'platform' && party !== 'payments')).toEqual([]);
    if (!waiting.includes('platform') || isOver(order)) expect(isOver(order)).toBe(true);
  });

  test.each(stories)('%s: somebody is asked to end it', (_, __, { order }) => {
    const steps = (['buyer', 'seller', 'carrier', 'payments', 'platform'] as const).flatMap((role) =>
      allowedCommands(order!, role).filter((command) => command !== 'post-message' && command !== 'track'),
    );
    if (!isOver(order!)) expect(steps.length).toBeGreaterThan(0);
  });

  it('of the escalated, the platform can decide', () =>
    expect(allowedCommands(claims.escalated.order!, 'platform')).toContain('resolve-claim'));
});
