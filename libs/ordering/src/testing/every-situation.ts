import { claimCases, packageCases, refundCases, returnCases } from '../cases/case-kinds.js';
import {
  type CreateOrder,
  type OrderCommand,
  packageMarks,
  packageOutcomes,
  returnOutcomes,
} from '../commands.js';
import { decide } from '../decide/decide.js';
import { type DecisionContext } from '../decide/decision.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { type OrderPolicy } from '../policy.js';
import { statusOf } from '../status.js';
import { runningTimers } from '../timer-table.js';
import {
  answer,
  answerChange,
  answerClaim,
  appeal,
  arrange,
  cancel,
  claim,
  deliver,
  dispatch,
  fail,
  goodwill,
  grant,
  missing,
  modifyLines,
  nameAccount,
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
  takeBack,
  time,
  withdraw,
  withdrawChange,
  withdrawClaim,
  withdrawReturn,
} from './scenario.js';

/** Where an order can stand, and by which commands it came there. */
export interface Situation {
  readonly order: Order;
  readonly at: string;
  readonly by: readonly string[];
}

/** A command, and in whose role it comes. */
export type Step = readonly [DecisionContext['role'], OrderCommand];

const aShirt = [{ lineId: 'shirt', quantity: 1 }];

/** What people, carriers and providers say of an order of the examples, part by part; it goes in two packages. */
export const steps = {
  placement: [
    ['payments', pay()],
    ['payments', pay({ paymentId: 'pay-2', amount: 4000 })],
    ['seller', { type: 'confirm' }],
    ['buyer', cancel({ cancellationId: 'ask', units: aShirt })],
    ['seller', cancel({ cancellationId: 'all' })],
    ['seller', answer()],
    ['seller', answer({ approve: false })],
    ['buyer', { type: 'withdraw-cancellation', cancellationId: 'ask' }],
    ['buyer', modifyLines()],
    ['seller', answerChange()],
    ['seller', answerChange({ approve: false })],
    ['buyer', withdrawChange()],
  ],
  packages: [
    ['seller', arrange({ units: aShirt })],
    ['seller', dispatch()],
    ['seller', ship({ packageId: 'box-2' })],
    ['carrier', deliver()],
    ['carrier', deliver('box-2')],
    ...packageOutcomes.map((outcome): Step => ['carrier', problem(outcome)]),
    ['seller', receiveBack()],
    ...packageMarks.map((mark): Step => ['seller', takeBack(mark)]),
    ['buyer', { type: 'confirm-receipt' }],
  ],
  returns: [
    ['buyer', requestReturn()],
    ['seller', grant],
    ['seller', { ...grant, answer: 'reject' }],
    ['seller', offer(100)],
    ['buyer', { type: 'answer-offer', returnId: 'back', accept: true }],
    ['buyer', { type: 'answer-offer', returnId: 'back', accept: false }],
    ['buyer', withdrawReturn],
    ['buyer', sendBack],
    ...returnOutcomes.map((outcome): Step => {
      return ['carrier', { type: 'report-return-problem', returnId: 'back', outcome }];
    }),
    ['seller', receive()],
    ['seller', receive(false)],
  ],
  claims: [
    ['buyer', claim()],
    ['buyer', missing()],
    ['seller', answerClaim(true)],
    ['seller', answerClaim(false)],
    ['buyer', { type: 'escalate-claim', claimId: 'claim' }],
    ['buyer', withdrawClaim],
    ['platform', resolve('buyer')],
    ['platform', resolve('seller')],
    ['buyer', appeal],
  ],
  refunds: [
    ['platform', goodwill()],
    ['payments', fail('1')],
    ['payments', { ...fail('0'), cause: 'not-refundable' }],
    ['buyer', nameAccount()],
    ['payments', fail('2')],
    ['payments', fail('3')],
    ['platform', { type: 'retry-refund', refundId: 'gift' }],
    ['payments', settleRefund('9')],
    ['payments', withdraw()],
  ],
} satisfies Record<string, Step[]>;

/**
 * Every situation that the steps and the timers lead to, one of each kind: two are of one kind where the same is open in
 * both, and the same timers run.
 */
export function everySituation(first: CreateOrder, policy: OrderPolicy, named: readonly Step[]): Situation[] {
  const seen = new Map<string, Situation>();
  const start = situationAfter({ order: undefined, at: time(), by: [] }, ['service', first], policy);
  for (const situations = [start!]; situations.length > 0;) {
    const situation = situations.shift()!;
    const kind = kindOf(situation.order);
    if (seen.has(kind)) continue;
    seen.set(kind, situation);
    const [timer] = runningTimers(situation.order);
    const next = [
      ...named.map((step) => situationAfter(situation, step, policy)),
      timer && situationAfter({ ...situation, at: timer.dueAt }, ['timer', { type: 'fire-timers' }], policy),
    ];
    situations.push(...next.filter((one) => one !== undefined));
  }
  return [...seen.values()];
}

/** The situation that the step leads to; none where it is refused or changes nothing. */
export function situationAfter(
  { order, at, by }: Pick<Situation, 'at' | 'by'> & { readonly order: Order | undefined },
  [role, command]: Step,
  policy: OrderPolicy,
): Situation | undefined {
  const context = { at, commandId: `${by.length}`, role, policy, isHistory: false };
  const decision = decide(order, command, context);
  return decision.kind === 'refused' || decision.events.length === 0
    ? undefined
    : { order: decision.events.reduce<Order | undefined>(evolve, order)!, at, by: [...by, command.type] };
}

const kindOf = (order: Order): string =>
  [
    statusOf(order),
    order.openCancellations.length,
    order.openChanges.map((open) => open.kind + ('approved' in open && open.approved)),
    ...[packageCases, returnCases, claimCases].map(({ all }) =>
      (all as (of: Order) => readonly { state: string }[])(order).map(({ state }) => state),
    ),
    [...new Set(refundCases.all(order).map(({ state, failures }) => state + failures.length))].sort(),
    runningTimers(order).map(({ timer }) => timer),
  ].join('|');
