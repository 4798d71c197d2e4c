import { type Type } from '@nestjs/common';
import { type CommandType, mostMessages } from '@app/ordering';
import { AnswerCancellationDto, answerCancellationExample } from './dto/answer-cancellation.dto.js';
import { ArrangeShipmentDto, arrangeShipmentExample } from './dto/arrange-shipment.dto.js';
import { CancelOrderDto, cancelOrderExample } from './dto/cancel-order.dto.js';
import { ChangeEstimateDto, changeEstimateExample } from './dto/change-estimate.dto.js';
import { AnswerChangeDto, answerChangeExample } from './dto/answer-change.dto.js';
import { ChangeAddressDto, changeAddressExample } from './dto/change-address.dto.js';
import { CreateOrderDto, createOrderExample } from './dto/create-order.dto.js';
import { DeliverPackageDto, deliverPackageExample } from './dto/deliver-package.dto.js';
import { ModifyLinesDto, modifyLinesExample } from './dto/modify-lines.dto.js';
import { NoFieldsDto } from './dto/no-fields.dto.js';
import { PayOrderDto, payOrderExample } from './dto/pay-order.dto.js';
import { ReportDelayDto, reportDelayExample } from './dto/report-delay.dto.js';
import { RequestReturnDto, requestReturnExample } from './dto/request-return.dto.js';
import { ShipOrderDto, shipOrderExample } from './dto/ship-order.dto.js';
import { TrackPackageDto, trackPackageExample } from './dto/track-package.dto.js';
import { PostMessageDto, postMessageExample } from './dto/post-message.dto.js';
import { SubmitReviewDto, submitReviewExample } from './dto/submit-review.dto.js';
import { WithdrawCancellationDto, withdrawCancellationExample } from './dto/withdraw-cancellation.dto.js';
import { WithdrawClaimDto, withdrawClaimExample } from './dto/withdraw-claim.dto.js';
import { WithdrawReturnDto, withdrawReturnExample } from './dto/withdraw-return.dto.js';
import { WithdrawChangeDto, withdrawChangeExample } from './dto/withdraw-change.dto.js';

import { AnswerReturnDto, answerReturnExample } from './dto/answer-return.dto.js';
import { AnswerOfferDto, answerOfferExample } from './dto/answer-offer.dto.js';
import { ShipReturnDto, shipReturnExample } from './dto/ship-return.dto.js';
import { TrackReturnDto, trackReturnExample } from './dto/track-return.dto.js';
import { ReceiveReturnDto, receiveReturnExample } from './dto/receive-return.dto.js';
import { OpenClaimDto, openClaimExample } from './dto/open-claim.dto.js';
import { AnswerClaimDto, answerClaimExample } from './dto/answer-claim.dto.js';
import { EscalateClaimDto, escalateClaimExample } from './dto/escalate-claim.dto.js';
import { ResolveClaimDto, resolveClaimExample } from './dto/resolve-claim.dto.js';
import { RefundOrderDto, refundOrderExample } from './dto/refund-order.dto.js';
import { FailRefundDto, failRefundExample } from './dto/fail-refund.dto.js';
import { RefundIdDto, retryRefundExample } from './dto/refund-id.dto.js';
import { SettleRefundDto, settleRefundExample } from './dto/settle-refund.dto.js';

interface CommandDoc {
  readonly summary: string;
  readonly description: string;
  readonly body: Type;
  /** Taken as it stands when the commands are called one after the other, as this table lists them. */
  readonly example: object;
  /** For whom the example is sent, where that makes a difference. */
  readonly onBehalfOf?: string;
}

/** What callers read about each command, in the order of an order's life. */
export const commandDocs: Readonly<Record<CommandType, CommandDoc>> = {
  create: {
    summary: 'Place an order',
    description:
      'Buyers order for themselves, services for anyone. The total has to be what the parts add up to.',
    body: CreateOrderDto,
    example: createOrderExample,
  },
  pay: {
    summary: 'Record a captured payment',
    description: 'A payment may come in parts. What arrives for a cancelled order is recorded and refunded.',
    body: PayOrderDto,
    example: payOrderExample,
  },
  confirm: {
    summary: 'Take a paid order on',
    description:
      'The seller has checked stock and details. Goods that need no shipping are delivered with it. Needs no body.',
    body: NoFieldsDto,
    example: {},
  },
  'change-address': {
    summary: 'Send the goods elsewhere',
    description:
      'At once until the seller has confirmed the order; then the seller decides, and nothing is shipped meanwhile. ' +
      'Too late as soon as a package is arranged.',
    body: ChangeAddressDto,
    example: changeAddressExample,
  },
  'modify-lines': {
    summary: 'Ask for another size, colour or quantity',
    description:
      'At once until the seller has confirmed the order; then the seller decides. What a paid order costs less goes ' +
      'back; what it costs more has to be paid before the change is made. Too late as soon as a package is arranged.',
    body: ModifyLinesDto,
    example: modifyLinesExample,
  },
  'answer-change': {
    summary: 'Answer a change that the buyer asked for',
    description:
      'Within a day; then it is not made. A change that still has to be paid can be turned down as well, and the buyer ' +
      'has a day to pay for it.',
    body: AnswerChangeDto,
    example: answerChangeExample,
  },
  'withdraw-change': {
    summary: 'Take back a change that was not made yet',
    description: 'What was paid for it goes back.',
    body: WithdrawChangeDto,
    example: withdrawChangeExample,
  },
  cancel: {
    summary: 'Cancel units that were not shipped',
    description:
      "At once; but a buyer's wish to cancel what the seller has to handle already becomes a request that the " +
      'seller answers. Money that was paid for the units goes back.',
    body: CancelOrderDto,
    example: cancelOrderExample,
    onBehalfOf: 'buyer:ayu',
  },
  'answer-cancellation': {
    summary: "Answer a buyer's request to cancel",
    description:
      "Only while a buyer's request is open. The example answers that of `cancel`, sent on behalf of the buyer as " +
      'the example of its header says; without that header a service cancels at once, and nothing is left to answer.',
    body: AnswerCancellationDto,
    example: answerCancellationExample,
  },
  'withdraw-cancellation': {
    summary: 'Take back a request to cancel',
    description: 'As long as the seller has not answered it. The example takes back that of `cancel`.',
    body: WithdrawCancellationDto,
    example: withdrawCancellationExample,
  },
  'arrange-shipment': {
    summary: 'Pack a package and book its carrier',
    description:
      'The package leaves with `ship`. Until then its units can be cancelled, and leave the package when they are.',
    body: ArrangeShipmentDto,
    example: arrangeShipmentExample,
  },
  ship: {
    summary: 'Hand a package to a carrier',
    description:
      'An order may be sent in several packages. A package that was arranged needs its id alone, and what is said ' +
      'of it again has to be the same; any other needs method, carrier and tracking number.',
    body: ShipOrderDto,
    example: shipOrderExample,
  },
  track: {
    summary: 'Record a scan of a package',
    description:
      'Scans may come late, repeated and in any order: they are shown by their own time and change no status. The ' +
      'same scan again (package, code, place and time) is accepted and recorded once.',
    body: TrackPackageDto,
    example: trackPackageExample,
  },
  'report-delay': {
    summary: 'Tell that goods come later',
    description:
      'With the cause, an explanation, the new day and what is offered for it. The buyer is told at once.',
    body: ReportDelayDto,
    example: reportDelayExample,
  },
  'change-estimate': {
    summary: 'Change the day of an expected delivery',
    description: 'Earlier or later. The buyer is told of every change; the same day again changes nothing.',
    body: ChangeEstimateDto,
    example: changeEstimateExample,
  },
  deliver: {
    summary: 'Record that a package has arrived',
    description: 'With the last package the order is delivered.',
    body: DeliverPackageDto,
    example: deliverPackageExample,
  },
  'request-return': {
    summary: 'Ask to send delivered units back',
    description: 'Within the return window of the policy that the order was placed under.',
    body: RequestReturnDto,
    example: requestReturnExample,
  },
  'answer-return': {
    summary: "Answer a buyer's request to return",
    description:
      'Within a working day; then the return is granted by itself. An offer that the buyer declines leads to the return.',
    body: AnswerReturnDto,
    example: answerReturnExample,
  },
  'answer-offer': {
    summary: "Take or decline a seller's offer",
    description: 'Only while an offer is open. Whoever declines sends the units back.',
    body: AnswerOfferDto,
    example: answerOfferExample,
  },
  'withdraw-return': {
    summary: 'Take back a return',
    description:
      'As long as nothing was sent back. The units are free for another return or a claim. The example takes back that ' +
      'of `request-return`.',
    body: WithdrawReturnDto,
    example: withdrawReturnExample,
  },
  'ship-return': {
    summary: 'Record that a return was handed to a carrier',
    description: 'Within five days after it was granted; then the return ends.',
    body: ShipReturnDto,
    example: shipReturnExample,
  },
  'track-return': {
    summary: "Record a carrier's scan of a return",
    description: 'The same scan again changes nothing.',
    body: TrackReturnDto,
    example: trackReturnExample,
  },
  'receive-return': {
    summary: 'Record that a return has arrived',
    description:
      'What the seller accepts is refunded at once. Who says nothing within eight days has accepted.',
    body: ReceiveReturnDto,
    example: receiveReturnExample,
  },
  'open-claim': {
    summary: 'Claim that something did not come, or came damaged or wrong',
    description:
      'The order is not completed as long as a claim is open. Each unit is in one return or claim at a time.',
    body: OpenClaimDto,
    example: openClaimExample,
  },
  'answer-claim': {
    summary: 'Accept or dispute a claim',
    description: 'Within two working days; then the platform has to decide.',
    body: AnswerClaimDto,
    example: answerClaimExample,
  },
  'escalate-claim': {
    summary: 'Ask the platform to decide a disputed claim',
    description: 'Within seven days after the seller disputed it; then it ends for the seller.',
    body: EscalateClaimDto,
    example: escalateClaimExample,
  },
  'withdraw-claim': {
    summary: 'Take back a claim',
    description:
      'As long as it is not decided. The units are free for a return or another claim. The example takes back that of ' +
      '`open-claim`.',
    body: WithdrawClaimDto,
    example: withdrawClaimExample,
  },
  'resolve-claim': {
    summary: 'Decide a claim',
    description: "The platform's word is the last one. What it grants is refunded at once.",
    body: ResolveClaimDto,
    example: resolveClaimExample,
  },
  refund: {
    summary: 'Give money back out of goodwill',
    description: 'Never more than was paid and has not gone back. The buyer keeps everything.',
    body: RefundOrderDto,
    example: refundOrderExample,
  },
  'fail-refund': {
    summary: 'Record that a refund could not be paid out',
    description: 'It is tried again by itself; after the third failure a person has to take it on.',
    body: FailRefundDto,
    example: failRefundExample,
  },
  'retry-refund': {
    summary: 'Try a failed refund again at once',
    description: 'Needed where it was handed to a person, who has found out what was wrong.',
    body: RefundIdDto,
    example: retryRefundExample,
  },
  'settle-refund': {
    summary: 'Record that a refund was paid out',
    description: 'The same reference again changes nothing.',
    body: SettleRefundDto,
    example: settleRefundExample,
  },
  'confirm-receipt': {
    summary: 'Complete a delivered order',
    description: 'The buyer has what was ordered. Needs no body.',
    body: NoFieldsDto,
    example: {},
  },
  'post-message': {
    summary: 'Write to the others of an order',
    description:
      `Buyer, seller and platform, up to ${mostMessages} messages, whatever has become of the order. What was written stays ` +
      'as a record; the others are told that there is a message.',
    body: PostMessageDto,
    example: postMessageExample,
  },
  'submit-review': {
    summary: 'Review a completed order',
    description: "Once, by its buyer. The score counts in the seller's rating.",
    body: SubmitReviewDto,
    example: submitReviewExample,
  },
};
