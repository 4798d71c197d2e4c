import { Body, Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CommandAnswer, type CommandPreview } from '@app/order-log';
import { type OrderCommand } from '@app/ordering';
import { Call, type CommandCall } from './command-call.js';
import { CommandRoute } from './command-route.js';
import { AnswerCancellationDto } from './dto/answer-cancellation.dto.js';
import { ArrangeShipmentDto } from './dto/arrange-shipment.dto.js';
import { CancelOrderDto } from './dto/cancel-order.dto.js';
import { ChangeEstimateDto } from './dto/change-estimate.dto.js';
import { AnswerChangeDto } from './dto/answer-change.dto.js';
import { ChangeAddressDto } from './dto/change-address.dto.js';
import { CreateOrderDto } from './dto/create-order.dto.js';
import { DeliverPackageDto } from './dto/deliver-package.dto.js';
import { ModifyLinesDto } from './dto/modify-lines.dto.js';
import { NoFieldsDto } from './dto/no-fields.dto.js';
import { PayOrderDto } from './dto/pay-order.dto.js';
import { ReportDelayDto } from './dto/report-delay.dto.js';
import { RequestReturnDto } from './dto/request-return.dto.js';
import { ShipOrderDto } from './dto/ship-order.dto.js';
import { TrackPackageDto } from './dto/track-package.dto.js';
import { PostMessageDto } from './dto/post-message.dto.js';
import { SubmitReviewDto } from './dto/submit-review.dto.js';
import { WithdrawCancellationDto } from './dto/withdraw-cancellation.dto.js';
import { WithdrawClaimDto } from './dto/withdraw-claim.dto.js';
import { WithdrawReturnDto } from './dto/withdraw-return.dto.js';
import { WithdrawChangeDto } from './dto/withdraw-change.dto.js';
import { AnswerReturnDto } from './dto/answer-return.dto.js';
import { AnswerOfferDto } from './dto/answer-offer.dto.js';
import { ShipReturnDto } from './dto/ship-return.dto.js';
import { TrackReturnDto } from './dto/track-return.dto.js';
import { ReceiveReturnDto } from './dto/receive-return.dto.js';
import { OpenClaimDto } from './dto/open-claim.dto.js';
import { AnswerClaimDto } from './dto/answer-claim.dto.js';
import { EscalateClaimDto } from './dto/escalate-claim.dto.js';
import { ResolveClaimDto } from './dto/resolve-claim.dto.js';
import { RefundOrderDto } from './dto/refund-order.dto.js';
import { FailRefundDto } from './dto/fail-refund.dto.js';
import { RefundIdDto } from './dto/refund-id.dto.js';
import { SettleRefundDto } from './dto/settle-refund.dto.js';
import { IssueOrderCommand } from './issue-order-command.js';
import { PreviewOrderCommand } from './preview-order-command.js';
import { refusalProblem } from './refusal-problem.js';

type Answer = CommandAnswer | CommandPreview;

/** The commands, in the order of an order's life. Each body becomes the command as it is, with its defaults. */
@ApiTags('Commands')
@Controller('orders')
export class OrderCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @CommandRoute('create')
  async create(@Body() body: CreateOrderDto, @Call() call: CommandCall): Promise<Answer> {
    const { orderId } = call.envelope;
    const defaults = { checkoutId: orderId, fees: [], discounts: [], source: 'other' } as const;
    const answer = await this.issue(call, { type: 'create', orderId, ...defaults, ...body });
    if (!call.dryRun) call.reply.header('location', `/orders/${orderId}`);
    return answer;
  }

  @CommandRoute('pay')
  pay(@Body() body: PayOrderDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'pay', ...body });
  }

  @CommandRoute('confirm')
  confirm(@Body() _: NoFieldsDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'confirm' });
  }

  @CommandRoute('change-address')
  changeAddress(@Body() body: ChangeAddressDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'change-address', ...body });
  }

  @CommandRoute('modify-lines')
  modifyLines(@Body() body: ModifyLinesDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'modify-lines', ...body });
  }

  @CommandRoute('answer-change')
  answerChange(@Body() body: AnswerChangeDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'answer-change', ...body });
  }

  @CommandRoute('withdraw-change')
  withdrawChange(@Body() body: WithdrawChangeDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'withdraw-change', ...body });
  }

  @CommandRoute('cancel')
  cancel(@Body() body: CancelOrderDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'cancel', ...body });
  }

  @CommandRoute('answer-cancellation')
  answerCancellation(@Body() body: AnswerCancellationDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'answer-cancellation', ...body });
  }

  @CommandRoute('withdraw-cancellation')
  withdrawCancellation(@Body() body: WithdrawCancellationDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'withdraw-cancellation', ...body });
  }

  @CommandRoute('arrange-shipment')
  arrangeShipment(@Body() body: ArrangeShipmentDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'arrange-shipment', checklistDone: false, ...body });
  }

  @CommandRoute('ship')
  ship(@Body() body: ShipOrderDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'ship', checklistDone: false, ...body });
  }

  @CommandRoute('track')
  track(@Body() body: TrackPackageDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'track', ...body });
  }

  @CommandRoute('report-delay')
  reportDelay(@Body() body: ReportDelayDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'report-delay', ...body });
  }

  @CommandRoute('change-estimate')
  changeEstimate(@Body() body: ChangeEstimateDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'change-estimate', ...body });
  }

  @CommandRoute('deliver')
  deliver(@Body() body: DeliverPackageDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'deliver', ...body });
  }

  @CommandRoute('request-return')
  requestReturn(@Body() body: RequestReturnDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'request-return', evidence: [], ...body });
  }

  @CommandRoute('answer-return')
  answerReturn(@Body() body: AnswerReturnDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'answer-return', ...body });
  }

  @CommandRoute('answer-offer')
  answerOffer(@Body() body: AnswerOfferDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'answer-offer', ...body });
  }

  @CommandRoute('withdraw-return')
  withdrawReturn(@Body() body: WithdrawReturnDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'withdraw-return', ...body });
  }

  @CommandRoute('ship-return')
  shipReturn(@Body() body: ShipReturnDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'ship-return', ...body });
  }

  @CommandRoute('track-return')
  trackReturn(@Body() body: TrackReturnDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'track-return', ...body });
  }

  @CommandRoute('receive-return')
  receiveReturn(@Body() body: ReceiveReturnDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'receive-return', ...body });
  }

  @CommandRoute('open-claim')
  openClaim(@Body() body: OpenClaimDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'open-claim', evidence: [], ...body });
  }

  @CommandRoute('answer-claim')
  answerClaim(@Body() body: AnswerClaimDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'answer-claim', ...body });
  }

  @CommandRoute('escalate-claim')
  escalateClaim(@Body() body: EscalateClaimDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'escalate-claim', ...body });
  }

  @CommandRoute('withdraw-claim')
  withdrawClaim(@Body() body: WithdrawClaimDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'withdraw-claim', ...body });
  }

  @CommandRoute('resolve-claim')
  resolveClaim(@Body() body: ResolveClaimDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'resolve-claim', ...body });
  }

  @CommandRoute('refund')
  refund(@Body() body: RefundOrderDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'refund', ...body });
  }

  @CommandRoute('fail-refund')
  failRefund(@Body() body: FailRefundDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'fail-refund', ...body });
  }

  @CommandRoute('retry-refund')
  retryRefund(@Body() body: RefundIdDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'retry-refund', ...body });
  }

  @CommandRoute('settle-refund')
  settleRefund(@Body() body: SettleRefundDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'settle-refund', ...body });
  }

  @CommandRoute('confirm-receipt')
  confirmReceipt(@Body() _: NoFieldsDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'confirm-receipt' });
  }

  @CommandRoute('post-message')
  postMessage(@Body() body: PostMessageDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'post-message', ...body });
  }

  @CommandRoute('submit-review')
  submitReview(@Body() body: SubmitReviewDto, @Call() call: CommandCall): Promise<Answer> {
    return this.issue(call, { type: 'submit-review', ...body });
  }

  private async issue({ envelope, reply, dryRun }: CommandCall, command: OrderCommand): Promise<Answer> {
    const request = { ...envelope, command };
    const outcome = dryRun
      ? await this.queries.execute(new PreviewOrderCommand(request))
      : await this.commands.execute(new IssueOrderCommand(request));
    if (outcome.kind === 'refused') throw refusalProblem(outcome.refusal);
    const { revision } = outcome.answer;
    if (dryRun) reply.status(200);
    if (revision !== undefined) reply.header('etag', `"${revision}"`);
    return outcome.answer;
  }
}
