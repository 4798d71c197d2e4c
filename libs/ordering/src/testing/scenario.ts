import { expect } from '@jest/globals';
import { type Role } from '../actor.js';
import {
  type AnswerCancellation,
  type AnswerChange,
  type AnswerClaim,
  type AnswerReturn,
  type AppealClaim,
  type ArrangeShipment,
  type CancelOrder,
  type ChangeAddress,
  type ChangeEstimate,
  type CloseWithdrawal,
  type CorrectPackage,
  type CreateOrder,
  type FailRefund,
  type ModifyLines,
  type NameRefundAccount,
  type OpenClaim,
  type OrderCommand,
  type PackageOutcome,
  type PayOrder,
  type PostMessage,
  type ReceiveBack,
  type ReceiveReturn,
  type RefundOrder,
  type ReportAuthorisation,
  type ReportDelay,
  type ReportDeliveryProblem,
  type ReportWithdrawal,
  type RequestReturn,
  type ResolveClaim,
  type SettleRefund,
  type ShipOrder,
  type ShipReturn,
  type SubmitReview,
  type TakeBackMark,
  type TrackPackage,
  type WithdrawChange,
  type WithdrawClaim,
  type WithdrawReturn,
} from '../commands.js';
import { decide } from '../decide/decide.js';
import { type Decision, type DecisionContext } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { fold } from '../evolve.js';
import { type Order } from '../order.js';
import { defaultPolicy, type OrderPolicy } from '../policy.js';
import { type RefusalCode } from '../refusal.js';

/** The day on which the examples happen; `hours` later where one is given. */
export const time = (hours = 0): string =>
  new Date(Date.UTC(2026, 0, 5, 9) + hours * 3_600_000).toISOString();

/** Two shirts at 40.00 and one mug at 20.00, less 10.00, plus 5.00 for shipping and 1.00 for insurance. */
export const createCommand: CreateOrder = {
  type: 'create',
  orderId: 'o-1',
  checkoutId: 'c-1',
  buyerId: 'b-1',
  sellerId: 's-1',
  sellerName: 'Batik House',
  currency: 'EUR',
  lines: [
    { lineId: 'shirt', productId: 'p-shirt', title: 'Shirt', quantity: 2, unitPrice: 4000 },
    { lineId: 'mug', productId: 'p-mug', title: 'Mug', quantity: 1, unitPrice: 2000 },
  ],
  shippingFee: 500,
  fees: [{ code: 'insurance', label: 'Insured shipping', amount: 100 }],
  discounts: [{ code: 'WELCOME', label: 'Welcome', amount: 1000 }],
  total: 9600,
  shippingAddress: { recipient: 'Ana', street: 'Main St 1', city: 'Bandung', country: 'ID' },
  source: 'live',
};

/** An ebook at 20.00 that needs no shipping, in place of the mug. */
export const withEbook: Partial<CreateOrder> = {
  lines: [
    createCommand.lines[0]!,
    {
      lineId: 'ebook',
      productId: 'p-ebook',
      title: 'E-book',
      quantity: 1,
      unitPrice: 2000,
      needsShipping: false,
    },
  ],
};

export const create = (changes: Partial<CreateOrder> = {}): CreateOrder => ({ ...createCommand, ...changes });
export const pay = (changes: Partial<PayOrder> = {}): PayOrder => ({
  type: 'pay',
  paymentId: 'pay-1',
  method: 'card',
  amount: 9600,
  currency: 'EUR',
  ...changes,
});
export const ship = (changes: Partial<ShipOrder> = {}): ShipOrder => ({
  type: 'ship',
  packageId: 'box-1',
  method: 'self',
  carrier: 'jne',
  trackingNumber: 'JNE1',
  checklistDone: false,
  ...changes,
});
export const arrange = (changes: Partial<ArrangeShipment> = {}): ArrangeShipment => ({
  type: 'arrange-shipment',
  packageId: 'box-1',
  method: 'self',
  carrier: 'jne',
  trackingNumber: 'JNE1',
  checklistDone: false,
  ...changes,
});
/** An arranged package, by its id alone. */
export const dispatch = (packageId = 'box-1', checklistDone = false): ShipOrder => ({
  type: 'ship',
  packageId,
  checklistDone,
});
export const track = (changes: Partial<TrackPackage> = {}): TrackPackage => ({
  type: 'track',
  packageId: 'box-1',
  code: 'arrived',
  place: 'Cimahi depot',
  scannedAt: time(1),
  ...changes,
});
export const delay = (changes: Partial<ReportDelay> = {}): ReportDelay => ({
  type: 'report-delay',
  cause: 'weather',
  newEstimate: '2026-01-20',
  ...changes,
});
export const reestimate = (changes: Partial<ChangeEstimate> = {}): ChangeEstimate => ({
  type: 'change-estimate',
  newEstimate: '2026-01-15',
  ...changes,
});
export const deliver = (packageId = 'box-1'): OrderCommand => ({ type: 'deliver', packageId });
export const problem = (
  outcome: PackageOutcome,
  changes: Partial<ReportDeliveryProblem> = {},
): ReportDeliveryProblem => ({ type: 'report-delivery-problem', packageId: 'box-1', outcome, ...changes });
export const receiveBack = (changes: Partial<ReceiveBack> = {}): ReceiveBack => ({
  type: 'receive-back',
  packageId: 'box-1',
  ...changes,
});
export const correct = (changes: Partial<CorrectPackage> = {}): CorrectPackage => ({
  type: 'correct-package',
  packageId: 'box-1',
  trackingNumber: 'JNE7',
  ...changes,
});
export const takeBack = (mark: TakeBackMark['mark'], packageId = 'box-1'): TakeBackMark => ({
  type: 'take-back',
  packageId,
  mark,
});
export const cancel = (changes: Partial<CancelOrder> = {}): CancelOrder => ({
  type: 'cancel',
  reason: 'changed-mind',
  ...changes,
});
export const answer = (changes: Partial<AnswerCancellation> = {}): AnswerCancellation => ({
  type: 'answer-cancellation',
  cancellationId: 'ask',
  approve: true,
  ...changes,
});
/** Where the buyer of the examples moves to. */
export const newAddress = { ...createCommand.shippingAddress, street: 'Elm Street 5', city: 'Jakarta' };
export const changeAddress = (changes: Partial<ChangeAddress> = {}): ChangeAddress => ({
  type: 'change-address',
  changeId: 'move',
  shippingAddress: newAddress,
  ...changes,
});
/** By default one shirt more, for 40.00. */
export const modifyLines = (changes: Partial<ModifyLines> = {}): ModifyLines => ({
  type: 'modify-lines',
  changeId: 'more',
  changes: [{ lineId: 'shirt', quantity: 3 }],
  ...changes,
});
export const answerChange = (changes: Partial<AnswerChange> = {}): AnswerChange => ({
  type: 'answer-change',
  changeId: 'more',
  approve: true,
  ...changes,
});
export const withdrawChange = (changeId = 'more'): WithdrawChange => ({ type: 'withdraw-change', changeId });
export const offer = (amount: number, changes: Partial<AnswerReturn> = {}): AnswerReturn => ({
  type: 'answer-return',
  returnId: 'back',
  answer: 'offer',
  amount,
  ...changes,
});
export const grant: AnswerReturn = { type: 'answer-return', returnId: 'back', answer: 'approve' };
export const withdrawReturn: WithdrawReturn = { type: 'withdraw-return', returnId: 'back' };
export const sendBack: ShipReturn = {
  type: 'ship-return',
  returnId: 'back',
  carrier: 'jne',
  trackingNumber: 'JNE9',
};
export const receive = (accepted = true): ReceiveReturn => ({
  type: 'receive-return',
  returnId: 'back',
  accepted,
});
export const claim = (changes: Partial<OpenClaim> = {}): OpenClaim => ({
  type: 'open-claim',
  claimId: 'claim',
  kind: 'damaged',
  units: [{ lineId: 'mug', quantity: 1 }],
  evidence: [],
  ...changes,
});
export const missing = (packageId = 'box-1', claimId = 'claim'): OpenClaim =>
  claim({ claimId, kind: 'not-received', packageId, units: undefined });
export const answerClaim = (accept: boolean): AnswerClaim => ({
  type: 'answer-claim',
  claimId: 'claim',
  accept,
});
export const withdrawClaim: WithdrawClaim = { type: 'withdraw-claim', claimId: 'claim' };
export const resolve = (
  resolvedFor: 'buyer' | 'seller',
  changes: Partial<ResolveClaim> = {},
): ResolveClaim => ({
  type: 'resolve-claim',
  claimId: 'claim',
  resolvedFor,
  ...changes,
});
export const appeal: AppealClaim = { type: 'appeal-claim', claimId: 'claim' };
export const goodwill = (amount = 100): RefundOrder => ({
  type: 'refund',
  refundId: 'gift',
  amount,
});
export const fail = (reference: string, refundId = 'gift'): FailRefund => ({
  type: 'fail-refund',
  refundId,
  reference,
  cause: 'provider-error',
});
export const nameAccount = (refundId = 'gift'): NameRefundAccount => ({
  type: 'name-refund-account',
  refundId,
  account: { holder: 'Ana', bank: 'Bank Mandiri', number: '1370012345678' },
});
export const withdraw = (changes: Partial<ReportWithdrawal> = {}): ReportWithdrawal => ({
  type: 'report-withdrawal',
  kind: 'chargeback',
  paymentId: 'pay-1',
  reference: 'dp-1',
  amount: 9600,
  currency: 'EUR',
  ...changes,
});
export const closeWithdrawal = (
  outcome: CloseWithdrawal['outcome'],
  changes: Partial<CloseWithdrawal> = {},
): CloseWithdrawal => ({ type: 'close-withdrawal', reference: 'dp-1', outcome, ...changes });
export const authorise = (changes: Partial<ReportAuthorisation> = {}): ReportAuthorisation => ({
  type: 'report-authorisation',
  paymentId: 'pay-1',
  outcome: 'authorised',
  amount: 9600,
  currency: 'EUR',
  ...changes,
});
export const settleRefund = (reference: string, refundId = 'gift'): SettleRefund => ({
  type: 'settle-refund',
  refundId,
  reference,
});
export const requestReturn = (changes: Partial<RequestReturn> = {}): RequestReturn => ({
  type: 'request-return',
  returnId: 'back',
  units: [{ lineId: 'shirt', quantity: 1 }],
  reason: 'damaged',
  evidence: [],
  ...changes,
});

export const postMessage = (text = 'Is it in the post?'): PostMessage => ({ type: 'post-message', text });
export const review = (changes: Partial<SubmitReview> = {}): SubmitReview => ({
  type: 'submit-review',
  score: 4,
  ...changes,
});

export type Context = Partial<DecisionContext>;

/** A policy for orders of more units than the default lets wait for payment. */
export const anyUnpaidUnits: OrderPolicy = { ...defaultPolicy, unpaidUnits: 0 };

/** The default but for its midnights, so that the examples can say to the hour when a term is over. */
const policy: OrderPolicy = { ...defaultPolicy, daysEndAtMidnight: false };

const contextOf = (context: Context): DecisionContext => ({
  at: time(1),
  commandId: 'cmd',
  role: 'service',
  policy,
  isHistory: false,
  ...context,
});

/** A history made by commands that the domain accepts, in the role of a service; then a command in any role. */
export const given = (...commands: (OrderCommand | readonly [OrderCommand, Context])[]) => {
  const events: OrderEvent[] = [];
  for (const entry of commands) {
    const [command, context] = 'type' in entry ? [entry, {}] : entry;
    const decision = decide(fold(events), command, contextOf(context));
    if (decision.kind === 'refused') throw new Error(`given: ${decision.refusal.code}`);
    events.push(...decision.events);
  }
  return givenEvents(events);
};

export const givenEvents = (events: readonly OrderEvent[]) => ({
  events,
  order: fold(events),
  when: (command: OrderCommand, context: Context = {}) =>
    outcome(events, decide(fold(events), command, contextOf(context))),
});

const outcome = (history: readonly OrderEvent[], decision: Decision) => ({
  decision,
  /** Types of the new events, and the order after them. */
  then(...types: OrderEvent['type'][]): Order & { readonly newEvents: readonly OrderEvent[] } {
    if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.code}`);
    expect(decision.events.map((event) => event.type)).toEqual(types);
    return { ...fold([...history, ...decision.events])!, newEvents: decision.events };
  },
  thenRefused(code: RefusalCode, pointer?: string): void {
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
    if (pointer !== undefined) expect(decision).toMatchObject({ refusal: { pointer } });
  },
});

/** A policy that differs from that of the examples in what is named. */
export const under = (changes: Partial<OrderPolicy>): Context => ({ policy: { ...policy, ...changes } });
export const as = (role: Role, context: Context = {}): Context => ({ ...context, role });
