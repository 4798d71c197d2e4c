import fc from 'fast-check';
import { roles } from '../actor.js';
import {
  type CreateOrder,
  type OrderCommand,
  packageMarks,
  packageOutcomes,
  returnAnswers,
  returnOutcomes,
} from '../commands.js';
import { type OrderLine } from '../order-terms.js';
import {
  answer,
  answerChange,
  appeal,
  arrange,
  cancel,
  changeAddress,
  claim,
  correct,
  createCommand,
  delay,
  deliver,
  dispatch,
  fail,
  missing,
  modifyLines,
  newAddress,
  pay,
  postMessage,
  problem,
  receiveBack,
  reestimate,
  requestReturn,
  resolve,
  review,
  sendBack,
  settleRefund,
  ship,
  takeBack,
  time,
  track,
  withdrawChange,
  withdrawClaim,
  withdrawReturn,
} from './scenario.js';

/** What people write, which nobody else may read. */
const note = 'Please ring twice at Elm Street 5';

const units = fc.option(
  fc.array(
    fc.record({ lineId: fc.constantFrom('shirt', 'mug', 'hat'), quantity: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 3 },
  ),
  { nil: undefined },
);
const name = fc.constantFrom('1', '2', '3');

const caseName = fc.constantFrom('back', 'again');
const cases: fc.Arbitrary<OrderCommand>[] = [
  fc.tuple(caseName, units).map(([returnId, some]) => requestReturn({ returnId, units: some ?? [], note })),
  fc
    .tuple(caseName, fc.constantFrom(...returnAnswers), fc.constantFrom(1, 999, 4000))
    .map(([returnId, answer, amount]): OrderCommand => ({
      type: 'answer-return',
      returnId,
      answer,
      amount,
      note,
    })),
  fc
    .tuple(caseName, fc.boolean())
    .map(([returnId, accept]): OrderCommand => ({ type: 'answer-offer', returnId, accept })),
  caseName.map((returnId) => ({ ...withdrawReturn, returnId })),
  caseName.map((returnId) => ({ ...sendBack, returnId })),
  fc
    .tuple(caseName, fc.boolean())
    .map(([returnId, accepted]): OrderCommand => ({ type: 'receive-return', returnId, accepted })),
  fc
    .tuple(caseName, fc.constantFrom(...returnOutcomes))
    .map(([returnId, outcome]): OrderCommand => ({ type: 'report-return-problem', returnId, outcome })),
  fc.tuple(caseName, units).map(([claimId, some]) => claim({ claimId, units: some, note })),
  fc.tuple(caseName, name).map(([claimId, packageId]) => ({ ...missing(packageId, claimId), note })),
  fc
    .tuple(caseName, fc.boolean())
    .map(([claimId, accept]): OrderCommand => ({ type: 'answer-claim', claimId, accept })),
  caseName.map((claimId) => ({ ...withdrawClaim, claimId })),
  caseName.map((claimId) => ({ ...appeal, claimId })),
  fc
    .tuple(caseName, fc.constantFrom('buyer', 'seller'))
    .map(([claimId, resolvedFor]): OrderCommand => ({ type: 'resolve-claim', claimId, resolvedFor, note })),
  fc.tuple(caseName, units).map(([claimId, some]) => resolve('buyer', { claimId, units: some })),
  fc
    .tuple(caseName, fc.constantFrom(1, 700, 5000))
    .map(([claimId, amount]) => resolve('buyer', { claimId, amount })),
  fc
    .tuple(name, fc.constantFrom(1, 700, 5000))
    .map(([refundId, amount]): OrderCommand => ({ type: 'refund', refundId, amount })),
  fc.tuple(fc.constantFrom('gift', '1', 'return.back', 'claim.back'), name).map(([id, ref]) => fail(ref, id)),
  fc.constantFrom('1', 'return.back', 'claim.back').map((id) => settleRefund('9', id)),
];

/** An order all of whose goods have arrived, in two packages. */
const arrived: OrderCommand[] = [
  pay(),
  { type: 'confirm' },
  ship({ packageId: '1', units: [{ lineId: 'shirt', quantity: 1 }] }),
  ship({ packageId: '2' }),
  deliver('1'),
  deliver('2'),
];

/** Any command to the order of the examples, whether it makes sense or not. */
const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc
    .tuple(
      name,
      fc.constantFrom(1, 1600, 1800, 2000, 4000, 4800, 7800, 9600),
      fc.constantFrom('refund', undefined),
    )
    .map(([paymentId, amount, surplus]) => pay({ paymentId, amount, surplus })),
  fc.constant<OrderCommand>({ type: 'confirm' }),
  fc.tuple(name, units).map(([packageId, some]) => ship({ packageId, units: some })),
  fc.tuple(name, units).map(([packageId, some]) => arrange({ packageId, units: some })),
  name.map((packageId) => dispatch(packageId)),
  fc
    .tuple(name, fc.nat({ max: 3 }))
    .map(([packageId, hours]) => track({ packageId, scannedAt: time(hours), place: `place ${hours}` })),
  fc.option(name, { nil: undefined }).map((packageId) => delay({ packageId, explanation: note })),
  fc.option(name, { nil: undefined }).map((packageId) => reestimate({ packageId })),
  name.map((packageId): OrderCommand => ({ type: 'deliver', packageId, proof: { receivedBy: 'Ana' } })),
  fc
    .tuple(name, fc.constantFrom(...packageOutcomes))
    .map(([packageId, outcome]) => problem(outcome, { packageId })),
  fc.tuple(name, units).map(([packageId, sellable]) => receiveBack({ packageId, sellable })),
  fc
    .tuple(name, fc.constantFrom('JNE7', 'JNE8'))
    .map(([packageId, trackingNumber]) => correct({ packageId, trackingNumber })),
  fc.tuple(name, fc.constantFrom(...packageMarks)).map(([packageId, mark]) => takeBack(mark, packageId)),
  units.map((some) => cancel({ units: some, note })),
  fc
    .tuple(fc.nat({ max: 30 }), fc.boolean())
    .map(([step, approve]) => answer({ cancellationId: `${step}`, approve, note })),
  fc
    .nat({ max: 30 })
    .map((step): OrderCommand => ({ type: 'withdraw-cancellation', cancellationId: `${step}` })),
  fc
    .tuple(
      fc.constantFrom(newAddress, createCommand.shippingAddress),
      fc.constantFrom(undefined, undefined, 0, 300, 900),
    )
    .map(([shippingAddress, shippingFee]) =>
      changeAddress({ changeId: undefined, shippingAddress, shippingFee }),
    ),
  fc
    .uniqueArray(
      fc.record(
        {
          lineId: fc.constantFrom('shirt', 'mug', 'mug', 'hat'),
          quantity: fc.integer({ min: 0, max: 5 }),
          variant: fc.constantFrom('S', 'M'),
        },
        { requiredKeys: ['lineId'] },
      ),
      { maxLength: 2, selector: ({ lineId }) => lineId },
    )
    .map((changes) => modifyLines({ changeId: undefined, changes })),
  fc
    .tuple(fc.nat({ max: 30 }), fc.boolean())
    .map(([step, approve]) => answerChange({ changeId: `${step}`, approve, note })),
  fc.nat({ max: 30 }).map((step) => withdrawChange(`${step}`)),
  fc.constant<OrderCommand>({ type: 'confirm-receipt' }),
  fc.constant<OrderCommand>({ type: 'fire-timers' }),
  fc.string({ maxLength: 10 }).map(postMessage),
  fc.integer({ min: 0, max: 6 }).map((score) => review({ score, text: note })),
  ...cases,
);
const step = fc.record({
  command,
  // Services may send most commands, so that orders get far; all others are tried as well.
  role: fc.oneof(
    { weight: 2, arbitrary: fc.constant('service' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...roles, 'timer' as const) },
  ),
  hours: fc.integer({ min: 0, max: 40 }),
});

/** Commands one after the other, each some hours later: from the order's beginning, or from where returns and claims begin. */
export const anySteps = fc
  .tuple(fc.boolean(), fc.integer({ min: 3, max: 6 }), fc.array(step, { maxLength: 30, size: 'max' }))
  .map(([ahead, reached, steps]) => [
    ...(ahead
      ? arrived.slice(0, reached).map((command) => ({ command, role: 'service' as const, hours: 0 }))
      : []),
    ...steps,
  ]);

const [shirts, mug] = createCommand.lines as [OrderLine, OrderLine];
const unsent = { ...mug, needsShipping: false };
/** The products that the seller keeps stock of. */
export const stocked = ['p-shirt', 'p-mug'];
/** All of it is sent, some of it, or nothing; paid before or in cash. */
export const someGoods = fc.constantFrom<Partial<CreateOrder>>(
  {},
  { paymentMethod: 'cash-on-delivery' },
  { lines: [shirts, unsent] },
  { lines: [unsent], total: 1600 },
);
