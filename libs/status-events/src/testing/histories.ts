import fc from 'fast-check';
import {
  type Actor,
  type CreateOrder,
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
  answerClaim,
  arrange,
  as,
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
  given,
  goodwill,
  grant,
  missing,
  modifyLines,
  newAddress,
  offer,
  pay,
  postMessage,
  problem,
  receive,
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
  under,
  withdrawChange,
  withdrawClaim,
  withdrawReturn,
  withEbook,
} from '@app/ordering/testing';

const shirt = [{ lineId: 'shirt', quantity: 1 }];
const shirts = [{ lineId: 'shirt', quantity: 2 }];
const note = 'Please ring twice at Elm Street 5';

/** Histories in which every type of event occurs, with what it may carry and without. */
export const histories = {
  shippedInTwoPackages: given(
    [create({ promisedDelivery: '2026-01-12' }), under({ holdMinutes: 60 })],
    pay({ paymentId: 'pay-1', amount: 9000 }),
    pay({ paymentId: 'pay-2', amount: 600 }),
    [{ type: 'confirm' }, { at: time(3) }],
    ship({ units: shirts, estimatedDelivery: '2026-01-10' }),
    ship({ packageId: 'box-2', trackingNumber: 'JNE2', checklistDone: true }),
    deliver('box-1'),
    deliver('box-2'),
    { type: 'confirm-receipt' },
    requestReturn({ note, evidence: ['https://pictures.example/1'] }),
  ).events,
  completedByTimer: given(create(), pay(), { type: 'confirm' }, ship(), deliver(), [
    requestReturn(),
    { at: time(24 * 8) },
  ]).events,
  cancellationsAskedFor: given(
    create(),
    pay(),
    { type: 'confirm' },
    [cancel({ units: shirts, note }), as('buyer', { commandId: 'ask-1' })],
    answer({ cancellationId: 'ask-1', approve: false, note }),
    [cancel({ units: shirts }), as('buyer', { commandId: 'ask-2' })],
    answer({ cancellationId: 'ask-2' }),
    [cancel({ reason: 'out-of-stock' }), { commandId: 'sold-out' }],
  ).events,
  leftToTheTimers: given(
    [create(), under({ autoConfirm: true })],
    pay(),
    [cancel({ units: [{ lineId: 'mug', quantity: 1 }] }), as('buyer', { commandId: 'ask-1' })],
    [{ type: 'fire-timers' }, { role: 'timer', at: time(24 * 9) }],
  ).events,
  arrangedScannedAndLate: given(
    create({ promisedDelivery: '2026-01-12' }),
    pay(),
    { type: 'confirm' },
    arrange({ estimatedDelivery: '2026-01-10', shipFrom: createCommand.shippingAddress }),
    delay({ cause: 'other', newEstimate: '2026-01-13' }),
    dispatch('box-1', true),
    [track({ scannedAt: time(6), description: note }), { at: time(7) }],
    [track({ scannedAt: time(4), code: 'COLLECTED', place: undefined }), { at: time(8) }],
    delay({
      packageId: 'box-1',
      explanation: note,
      offer: { kind: 'voucher', amount: 500, code: 'SORRY-5' },
    }),
    delay({
      packageId: 'box-1',
      cause: 'customs',
      newEstimate: '2026-01-21',
      offer: { kind: 'faster-shipping' },
    }),
    reestimate({ packageId: 'box-1' }),
    deliver(),
  ).events,
  unpackedAndProvided: given(
    create(withEbook),
    pay(),
    { type: 'confirm' },
    arrange({ units: [{ lineId: 'shirt', quantity: 1 }] }),
    arrange({ packageId: 'box-2' }),
    [
      cancel({ units: [{ lineId: 'shirt', quantity: 1 }], reason: 'out-of-stock' }),
      as('seller', { commandId: 'sold-out' }),
    ],
    dispatch(),
    reestimate(),
    deliver(),
  ).events,
  missesStock: given([create(), { ...under({ autoConfirm: true }), stocked: ['p-shirt'] }], pay(), [
    { type: 'fire-timers' },
    { role: 'timer', missing: shirts },
  ]).events,
  changesAskedFor: given(
    create(),
    changeAddress({ changeId: 'at-once' }),
    pay(),
    { type: 'confirm' },
    changeAddress({ shippingAddress: { ...newAddress, city: 'Bandung' } }),
    answerChange({ changeId: 'move', approve: false, note }),
    changeAddress({ changeId: 'move-2', shippingAddress: { ...newAddress, city: 'Bandung' } }),
    withdrawChange('move-2'),
    modifyLines(),
    answerChange(),
    [pay({ paymentId: 'pay-2', amount: 4044 }), { commandId: 'paid' }],
    modifyLines({ changeId: 'fewer', changes: [{ lineId: 'shirt', quantity: 2, variant: 'XL' }] }),
    [answerChange({ changeId: 'fewer' }), { commandId: 'fewer' }],
    modifyLines({ changeId: 'vain' }),
    answerChange({ changeId: 'vain', approve: false, note }),
    modifyLines({ changeId: 'taken-back' }),
    withdrawChange('taken-back'),
    [cancel({ units: shirts }), as('buyer', { commandId: 'ask' })],
    { type: 'withdraw-cancellation', cancellationId: 'ask' },
  ).events,
  changesThatNobodyGoesOnWith: given(
    create(),
    pay(),
    { type: 'confirm' },
    changeAddress(),
    modifyLines(),
    answerChange(),
    pay({ paymentId: 'pay-2', amount: 100 }),
    [{ type: 'fire-timers' }, { role: 'timer', at: time(25) }],
  ).events,
  paysForAChangeAndCancels: given(
    create(),
    pay(),
    modifyLines(),
    [pay({ paymentId: 'pay-2', amount: 100 }), { commandId: 'part' }],
    cancel(),
  ).events,
  neverPaidInTime: given(create(), [pay(), { at: time(48) }]).events,
  paidByCancellingTheRest: given(create(), pay({ amount: 7800 }), [
    cancel({ units: [{ lineId: 'mug', quantity: 1 }] }),
    as('buyer'),
  ]).events,
  talkedAbout: given(
    create(),
    [postMessage(note), as('buyer', { commandId: 'm-1' })],
    [postMessage(note), as('seller', { commandId: 'm-2' })],
    [postMessage(note), { commandId: 'm-3' }],
    pay(),
    { type: 'confirm' },
    ship(),
    deliver(),
    { type: 'confirm-receipt' },
    review({ score: 5, text: note }),
  ).events,
  returnedAndClaimed: given(
    create(),
    pay({ method: 'wallet' }),
    { type: 'confirm' },
    ship({ units: shirts }),
    ship({ packageId: 'box-2', trackingNumber: 'JNE2' }),
    deliver('box-1'),
    requestReturn({ units: shirt, note }),
    offer(1000, { note }),
    { type: 'answer-offer', returnId: 'back', accept: false },
    sendBack,
    { type: 'track-return', returnId: 'back', code: 'IN', place: 'Elm Street', scannedAt: time(2) },
    receive(),
    requestReturn({ returnId: 'kept', units: shirt }),
    offer(1000, { returnId: 'kept' }),
    { type: 'answer-offer', returnId: 'kept', accept: true },
    { ...missing('box-2'), note },
    { ...answerClaim(false), note },
    { type: 'escalate-claim', claimId: 'claim' },
    { ...resolve('buyer'), note },
    { ...goodwill(), note },
    fail('psp-1'),
    { type: 'retry-refund', refundId: 'gift' },
    fail('psp-2'),
    { type: 'retry-refund', refundId: 'gift' },
    fail('psp-3'),
    settleRefund('bank-1'),
  ).events,
  lostAndDeliveredAfterAll: given(
    create(),
    pay(),
    { type: 'confirm' },
    ship({ units: shirts }),
    ship({ packageId: 'box-2' }),
    deliver('box-1'),
    missing('box-2'),
    resolve('buyer'),
    deliver('box-2'),
  ).events,
  packagesThatDidNotArrive: given(
    create(),
    pay(),
    { type: 'confirm' },
    ship({ units: shirt }),
    ship({ packageId: 'box-2', units: shirt }),
    ship({ packageId: 'box-3' }),
    correct(),
    takeBack('shipped'),
    dispatch(),
    { type: 'deliver', packageId: 'box-1', proof: { receivedBy: note, photo: 'https://pictures.example/9' } },
    takeBack('delivered'),
    problem('attempted', { until: '2026-01-06' }),
    problem('attempted'),
    problem('held-for-pick-up', { place: 'Post office Cimahi', until: '2026-01-13' }),
    problem('held-for-pick-up'),
    problem('unclaimed'),
    receiveBack({ sellable: [] }),
    problem('refused', { packageId: 'box-2' }),
    receiveBack({ packageId: 'box-2' }),
    problem('lost', { packageId: 'box-3' }),
    problem('found', { packageId: 'box-3' }),
  ).events,
  returnsThatDidNotArrive: given(
    create(),
    pay(),
    { type: 'confirm' },
    ship(),
    deliver(),
    requestReturn({ units: shirt }),
    grant,
    sendBack,
    { ...sendBack, trackingNumber: 'JNE8' },
    { type: 'report-return-problem', returnId: 'back', outcome: 'undeliverable' },
    sendBack,
    { type: 'report-return-problem', returnId: 'back', outcome: 'lost' },
  ).events,
  packagesThatNobodyReports: given(
    create({ paymentMethod: 'cash-on-delivery' }),
    { type: 'confirm' },
    ship(),
    [{ type: 'fire-timers' }, { role: 'timer', at: time(24 * 30) }],
    [{ type: 'fire-timers' }, { role: 'timer', at: time(24 * 45) }],
  ).events,
  cashThatWasNotTaken: given(
    create({ paymentMethod: 'cash-on-delivery' }),
    { type: 'confirm' },
    ship(),
    [deliver(), { commandId: 'first' }],
    takeBack('delivered'),
    { type: 'confirm-receipt' },
  ).events,
  casesThatNobodyGoesOnWith: given(
    create(),
    pay(),
    { type: 'confirm' },
    ship(),
    deliver(),
    requestReturn({ units: shirt }),
    [{ type: 'answer-return', returnId: 'back', answer: 'reject', note }, { at: time(2) }],
    [requestReturn({ returnId: 'again', units: shirt }), { at: time(3) }],
    [offer(1, { returnId: 'again' }), { at: time(4) }],
    [requestReturn({ returnId: 'sent', units: shirt }), { at: time(5) }],
    [{ ...grant, returnId: 'sent' }, { at: time(6) }],
    [{ ...sendBack, returnId: 'sent' }, { at: time(7) }],
    [claim({ claimId: 'claim' }), { at: time(8) }],
    [goodwill(), { at: time(9) }],
    [fail('psp-1'), { at: time(10) }],
    [{ type: 'refund', refundId: 'late', amount: 1 }, { at: time(24 * 20) }],
  ).events,
  receiptRefused: given(
    create(),
    pay(),
    { type: 'confirm' },
    ship(),
    deliver(),
    requestReturn(),
    grant,
    sendBack,
    { ...receive(false), note } as OrderCommand,
    claim(),
    answerClaim(true),
  ).events,
  withdrawnCases: given(
    create(),
    pay(),
    { type: 'confirm' },
    ship(),
    deliver(),
    requestReturn(),
    withdrawReturn,
    claim(),
    withdrawClaim,
  ).events,
};

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

/** The same history, as it would have happened to another order. */
export const ofOrder = (
  orderId: string,
  history: readonly OrderEvent[],
  changes: Partial<CreateOrder> = {},
): OrderEvent[] =>
  history.map((event) =>
    event.type === 'OrderPlaced' ? { ...event, data: { ...event.data, ...changes, orderId } } : event,
  );
