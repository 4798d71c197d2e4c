import { type Role } from './actor.js';
import { answerCancellation } from './cancellation/answer-cancellation.js';
import { cancel } from './cancellation/cancel.js';
import { withdrawCancellation } from './cancellation/withdraw-cancellation.js';
import { answerChange } from './changes/answer-change.js';
import { changeAddress } from './changes/change-address.js';
import { modifyLines } from './changes/modify-lines.js';
import { withdrawChange } from './changes/withdraw-change.js';
import { answerClaim } from './claims/answer-claim.js';
import { escalateClaim } from './claims/escalate-claim.js';
import { openClaimRules } from './claims/open-claim.js';
import { resolveClaim } from './claims/resolve-claim.js';
import { withdrawClaim } from './claims/withdraw-claim.js';
import { type CommandRules } from './command-rules.js';
import {
  type CommandType,
  type ExistingCommandType,
  type ExistingOrderCommand,
  type OrderCommand,
} from './commands.js';
import { postMessage } from './conversation/post-message.js';
import { submitReview } from './conversation/submit-review.js';
import { arrangeShipment } from './fulfilment/arrange-shipment.js';
import { changeEstimate } from './fulfilment/change-estimate.js';
import { confirm } from './fulfilment/confirm.js';
import { confirmReceipt } from './fulfilment/confirm-receipt.js';
import { deliver } from './fulfilment/deliver.js';
import { reportDelay } from './fulfilment/report-delay.js';
import { ship } from './fulfilment/ship.js';
import { track } from './fulfilment/track.js';
import { type Order } from './order.js';
import { pay } from './payment/pay.js';
import { failRefund } from './refunds/fail-refund.js';
import { refund } from './refunds/refund.js';
import { retryRefund } from './refunds/retry-refund.js';
import { settleRefund } from './refunds/settle-refund.js';
import { type Refusal, refuse } from './refusal.js';
import { answerOffer } from './returns/answer-offer.js';
import { answerReturn } from './returns/answer-return.js';
import { receiveReturn } from './returns/receive-return.js';
import { requestReturn } from './returns/request-return.js';
import { shipReturn } from './returns/ship-return.js';
import { trackReturn } from './returns/track-return.js';
import { withdrawReturn } from './returns/withdraw-return.js';
import { statusOf } from './status.js';

/** Every command of an existing order with its law, in the order of an order's life. */
export const commandTable: {
  readonly [Type in ExistingCommandType]: CommandRules<Extract<ExistingOrderCommand, { type: Type }>>;
} = {
  pay,
  confirm,
  'arrange-shipment': arrangeShipment,
  ship,
  track,
  'report-delay': reportDelay,
  'change-estimate': changeEstimate,
  deliver,
  cancel,
  'answer-cancellation': answerCancellation,
  'withdraw-cancellation': withdrawCancellation,
  'change-address': changeAddress,
  'modify-lines': modifyLines,
  'answer-change': answerChange,
  'withdraw-change': withdrawChange,
  'confirm-receipt': confirmReceipt,
  'request-return': requestReturn,
  'post-message': postMessage,
  'submit-review': submitReview,
  'answer-return': answerReturn,
  'answer-offer': answerOffer,
  'withdraw-return': withdrawReturn,
  'ship-return': shipReturn,
  'track-return': trackReturn,
  'receive-return': receiveReturn,
  'open-claim': openClaimRules,
  'answer-claim': answerClaim,
  'escalate-claim': escalateClaim,
  'withdraw-claim': withdrawClaim,
  'resolve-claim': resolveClaim,
  refund,
  'settle-refund': settleRefund,
  'fail-refund': failRefund,
  'retry-refund': retryRefund,
};

const existingCommandTypes = Object.keys(commandTable) as ExistingCommandType[];

/** Who may issue the command. A service may issue every one, for anyone. */
export const rolesFor = (type: CommandType): readonly Role[] =>
  type === 'create' ? ['buyer', 'service'] : commandTable[type].roles;

/** Why the role may not issue the command, whatever the order. */
export const roleRefusal = (type: OrderCommand['type'], role: Role): Refusal | undefined =>
  (type === 'fire-timers' ? role === 'timer' : rolesFor(type).includes(role))
    ? undefined
    : refuse('role-not-allowed', `The role ${role} may not ${type}.`);

/** The commands that the role may issue now; whether one succeeds still depends on its units and amounts. */
export function allowedCommands(order: Order, role: Role): ExistingCommandType[] {
  const status = statusOf(order);
  return existingCommandTypes.filter((type) => {
    const rules = commandTable[type];
    return 'to' in rules.in[status] && rules.roles.includes(role) && (rules.actsOn?.(order) ?? true);
  });
}
