import { type Role } from './actor.js';
import { answerCancellationRules } from './cancellation/answer-cancellation.js';
import { cancelRules } from './cancellation/cancel.js';
import { withdrawCancellationRules } from './cancellation/withdraw-cancellation.js';
import { answerChangeRules } from './changes/answer-change.js';
import { changeAddressRules } from './changes/change-address.js';
import { modifyLinesRules } from './changes/modify-lines.js';
import { withdrawChangeRules } from './changes/withdraw-change.js';
import { answerClaimRules } from './claims/answer-claim.js';
import { appealClaimRules } from './claims/appeal-claim.js';
import { escalateClaimRules } from './claims/escalate-claim.js';
import { openClaimRules } from './claims/open-claim.js';
import { resolveClaimRules } from './claims/resolve-claim.js';
import { withdrawClaimRules } from './claims/withdraw-claim.js';
import { type CommandRules } from './command-rules.js';
import {
  type CommandType,
  type ExistingCommandType,
  type ExistingOrderCommand,
  type OrderCommand,
} from './commands.js';
import { postMessageRules } from './conversation/post-message.js';
import { submitReviewRules } from './conversation/submit-review.js';
import { arrangeShipmentRules } from './fulfilment/arrange-shipment.js';
import { changeEstimateRules } from './fulfilment/change-estimate.js';
import { confirmRules } from './fulfilment/confirm.js';
import { confirmReceiptRules } from './fulfilment/confirm-receipt.js';
import { correctPackageRules } from './fulfilment/correct-package.js';
import { deliverRules } from './fulfilment/deliver.js';
import { receiveBackRules } from './fulfilment/receive-back.js';
import { reportDelayRules } from './fulfilment/report-delay.js';
import { reportDeliveryProblemRules } from './fulfilment/report-delivery-problem.js';
import { shipRules } from './fulfilment/ship.js';
import { takeBackRules } from './fulfilment/take-back.js';
import { trackRules } from './fulfilment/track.js';
import { type Order } from './order.js';
import { closeWithdrawalRules } from './payment/close-withdrawal.js';
import { payRules } from './payment/pay.js';
import { reportAuthorisationRules } from './payment/report-authorisation.js';
import { reportWithdrawalRules } from './payment/report-withdrawal.js';
import { failRefundRules } from './refunds/fail-refund.js';
import { nameRefundAccountRules } from './refunds/name-refund-account.js';
import { refundRules } from './refunds/refund.js';
import { retryRefundRules } from './refunds/retry-refund.js';
import { settleRefundRules } from './refunds/settle-refund.js';
import { type Refusal, roleNotAllowed } from './refusal.js';
import { answerOfferRules } from './returns/answer-offer.js';
import { answerReturnRules } from './returns/answer-return.js';
import { receiveReturnRules } from './returns/receive-return.js';
import { reportReturnProblemRules } from './returns/report-return-problem.js';
import { requestReturnRules } from './returns/request-return.js';
import { shipReturnRules } from './returns/ship-return.js';
import { trackReturnRules } from './returns/track-return.js';
import { withdrawReturnRules } from './returns/withdraw-return.js';
import { statusOf } from './status.js';

/** Every command of an existing order with its rules, in the order of an order's life. */
export const commandTable: {
  readonly [Type in ExistingCommandType]: CommandRules<Extract<ExistingOrderCommand, { type: Type }>>;
} = {
  'report-authorisation': reportAuthorisationRules,
  pay: payRules,
  'report-withdrawal': reportWithdrawalRules,
  'close-withdrawal': closeWithdrawalRules,
  confirm: confirmRules,
  'arrange-shipment': arrangeShipmentRules,
  ship: shipRules,
  track: trackRules,
  'report-delay': reportDelayRules,
  'change-estimate': changeEstimateRules,
  deliver: deliverRules,
  'report-delivery-problem': reportDeliveryProblemRules,
  'receive-back': receiveBackRules,
  'correct-package': correctPackageRules,
  'take-back': takeBackRules,
  cancel: cancelRules,
  'answer-cancellation': answerCancellationRules,
  'withdraw-cancellation': withdrawCancellationRules,
  'change-address': changeAddressRules,
  'modify-lines': modifyLinesRules,
  'answer-change': answerChangeRules,
  'withdraw-change': withdrawChangeRules,
  'confirm-receipt': confirmReceiptRules,
  'request-return': requestReturnRules,
  'post-message': postMessageRules,
  'submit-review': submitReviewRules,
  'answer-return': answerReturnRules,
  'answer-offer': answerOfferRules,
  'withdraw-return': withdrawReturnRules,
  'ship-return': shipReturnRules,
  'track-return': trackReturnRules,
  'report-return-problem': reportReturnProblemRules,
  'receive-return': receiveReturnRules,
  'open-claim': openClaimRules,
  'answer-claim': answerClaimRules,
  'escalate-claim': escalateClaimRules,
  'withdraw-claim': withdrawClaimRules,
  'resolve-claim': resolveClaimRules,
  'appeal-claim': appealClaimRules,
  refund: refundRules,
  'settle-refund': settleRefundRules,
  'fail-refund': failRefundRules,
  'name-refund-account': nameRefundAccountRules,
  'retry-refund': retryRefundRules,
};

const existingCommandTypes = Object.keys(commandTable) as ExistingCommandType[];

/** Who may issue the command. A service may issue every one, for anyone. */
export const rolesFor = (type: CommandType): readonly Role[] =>
  type === 'create' ? ['buyer', 'service'] : commandTable[type].roles;

/** Why the role may not issue the command, whatever the order. */
export const roleRefusal = (type: OrderCommand['type'], role: Role): Refusal | undefined =>
  (type === 'fire-timers' ? role === 'timer' : rolesFor(type).includes(role))
    ? undefined
    : roleNotAllowed(type === 'fire-timers' ? ['timer'] : rolesFor(type));

/** The commands that the role may issue now; whether one succeeds still depends on its units and amounts. */
export function allowedCommands(order: Order, role: Role): ExistingCommandType[] {
  const status = statusOf(order);
  return existingCommandTypes.filter((type) => {
    const rules = commandTable[type];
    return 'to' in rules.in[status] && rules.roles.includes(role) && (rules.actsOn?.(order) ?? true);
  });
}
