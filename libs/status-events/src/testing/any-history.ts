import fc from 'fast-check';
import {
  type Actor,
  decide,
  defaultPolicy,
  evolve,
  type Order,
  type OrderCommand,
  type OrderEvent,
  packageMarks,
  packageOutcomes,
  returnAnswers,
} from '@app/ordering';
import {
  answer,
  answerChange,
  arrange,
  cancel,
  changeAddress,
  claim,
  correct,
  create,
  createCommand,
  delay,
  deliver,
  dispatch,
  fail,
  missing,
  modifyLines,
  newAddress,
  offer,
  pay,
  postMessage,
  problem,
  receiveBack,
  reestimate,
  requestReturn,
  review,
  ship,
  takeBack,
  time,
  track,
  withdrawChange,
  withdrawClaim,
  withdrawReturn,
} from '@app/ordering/testing';

const shirts = [{ lineId: 'shirt', quantity: 2 }];
const note = 'Please ring twice at Elm Street 5';

const units = fc.option(
  fc.array(fc.record({ lineId: fc.constantFrom('shirt', 'mug'), quantity: fc.integer({ min: 1, max: 2 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
  { nil: undefined },
);
const name = fc.constantFrom('1', '2', '3');

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom(1800, 4000, 7800, 9600))
    .map(([id, amount]) => pay({ paymentId: id, amount })),
  fc.constant<OrderCommand>({ type: 'confirm' }),
  fc.tuple(name, units).map(([packageId, some]) => ship({ packageId, units: some })),
  fc.tuple(name, units).map(([packageId, some]) => arrange({ packageId, units: some })),
  name.map((packageId) => dispatch(packageId)),
  fc
    .tuple(name, fc.integer({ min: -20, max: 20 }))
    .map(([packageId, hours]) => track({ packageId, scannedAt: time(hours), place: `place ${hours}` })),
  fc.option(name, { nil: undefined }).map((packageId) => delay({ packageId, explanation: note })),
  fc.option(name, { nil: undefined }).map((packageId) => reestimate({ packageId })),
  name.map(deliver),
  fc
    .tuple(name, fc.constantFrom(...packageOutcomes))
    .map(([packageId, outcome]) => problem(outcome, { packageId })),
  name.map((packageId) => receiveBack({ packageId })),
  name.map((packageId) => correct({ packageId })),
  fc.tuple(name, fc.constantFrom(...packageMarks)).map(([packageId, mark]) => takeBack(mark, packageId)),
  units.map((some) => cancel({ units: some, note })),
  fc
    .tuple(fc.nat({ max: 20 }), fc.boolean())
    .map(([step, approve]) => answer({ cancellationId: `${step}`, approve, note })),
  fc
    .constantFrom(1, 3)
    .map((quantity) => modifyLines({ changeId: undefined, changes: [{ lineId: 'shirt', quantity }] })),
  fc
    .constantFrom(newAddress, createCommand.shippingAddress)
    .map((shippingAddress) => changeAddress({ changeId: undefined, shippingAddress })),
  fc
    .tuple(fc.nat({ max: 20 }), fc.boolean())
    .map(([step, approve]) => answerChange({ changeId: `${step}`, approve, note })),
  fc.nat({ max: 20 }).map((step) => withdrawChange(`${step}`)),
  fc
    .nat({ max: 20 })
    .map((step): OrderCommand => ({ type: 'withdraw-cancellation', cancellationId: `${step}` })),
  fc.constant<OrderCommand>({ type: 'confirm-receipt' }),
  fc.tuple(name, units).map(([returnId, some]) => requestReturn({ returnId, units: some ?? shirts, note })),
  fc
    .tuple(name, fc.constantFrom(...returnAnswers))
    .map(([returnId, answered]) => offer(1, { returnId, answer: answered, note })),
  fc
    .tuple(name, fc.boolean())
    .map(([returnId, accept]): OrderCommand => ({ type: 'answer-offer', returnId, accept })),
  name.map((returnId): OrderCommand => ({ type: 'receive-return', returnId, accepted: true })),
  name.map((returnId): OrderCommand => ({ type: 'report-return-problem', returnId, outcome: 'lost' })),
  name.map((returnId) => ({ ...withdrawReturn, returnId })),
  name.map((claimId) => ({ ...withdrawClaim, claimId })),
  fc.tuple(name, name).map(([claimId, packageId]) => ({ ...missing(packageId, claimId), note })),
  fc.tuple(name, units).map(([claimId, some]) => claim({ claimId, units: some, note })),
  fc
    .tuple(name, fc.constantFrom('buyer', 'seller'))
    .map(([claimId, resolvedFor]): OrderCommand => ({ type: 'resolve-claim', claimId, resolvedFor, note })),
  fc.tuple(name, name).map(([refundId, ref]) => fail(ref, `return.${refundId}`)),
  fc.constant(postMessage(note)),
  fc.integer({ min: 1, max: 5 }).map((score) => review({ score, text: note })),
);

const step = fc.record({
  command,
  role: fc.constantFrom<Actor['role']>('service', 'service', 'buyer'),
  hours: fc.integer({ min: 0, max: 12 }),
});

/** Any history that the domain allows for an order of that id. */
export const anyHistory = (orderId: string): fc.Arbitrary<OrderEvent[]> =>
  fc
    .tuple(fc.array(step, { maxLength: 25 }), fc.constantFrom(0, 60), fc.boolean())
    .map(([steps, holdMinutes, sent]) => {
      const events: OrderEvent[] = [];
      let order: Order | undefined;
      let hours = 0;
      const lines = createCommand.lines.map((line) =>
        line.lineId === 'mug' ? { ...line, needsShipping: sent } : line,
      );
      const placing = { command: create({ orderId, lines }), role: 'service' as const, hours: 0 };
      for (const [index, { command: next, role, hours: later }] of [placing, ...steps].entries()) {
        hours += later;
        const context = {
          at: time(hours),
          commandId: `${index}`,
          role,
          policy: { ...defaultPolicy, holdMinutes },
          isHistory: false,
        };
        const decision = decide(order, next, context);
        if (decision.kind === 'refused') continue;
        events.push(...decision.events);
        order = decision.events.reduce<Order | undefined>(evolve, order);
      }
      return events;
    });
