import { ApiProperty } from '@nestjs/swagger';
import { casesWaitingFor, type WaitingCase } from '@app/ordering';
import { type OrderView, type WaitingPage } from '@app/read-models';
import { OneOf, Text } from '../fields/text-fields.js';
import { type PageOf } from '../lists/order-page.js';
import { PageDto } from '../lists/page.dto.js';

/** Whose turn it is in the cases that are asked for. */
export class WaitingCasesDto extends PageDto {
  @OneOf(['platform'])
  waitsFor: 'platform';

  @Text(500, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

/** A case that waits; all of it stands in the order, under its id. */
class WaitingCaseDto implements WaitingCase {
  @ApiProperty({ enum: ['return', 'claim', 'refund', 'package'] })
  kind: WaitingCase['kind'];

  @ApiProperty({ description: 'A `claimId` or a `refundId`.' })
  caseId: string;

  @ApiProperty({ example: 'escalated' })
  state: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({
    format: 'date-time',
    required: false,
    description: 'Until when; then it goes on by itself.',
  })
  dueAt?: string;
}

/** An order with all of its cases that wait. */
class WaitingOrderDto {
  @ApiProperty()
  orderId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty()
  sellerId: string;

  @ApiProperty()
  sellerName: string;

  @ApiProperty({ type: [WaitingCaseDto], description: 'The longest waiting first.' })
  cases: readonly WaitingCaseDto[];
}

export class WaitingCasesPageDto implements PageOf<WaitingOrderDto> {
  @ApiProperty({ type: [WaitingOrderDto] })
  items: readonly WaitingOrderDto[];

  @ApiProperty({ required: false, description: 'Leads to the next page; absent on the last one.' })
  nextCursor?: string;
}

export const presentWaiting = ({ orders, next }: WaitingPage): WaitingCasesPageDto => ({
  items: orders.map(waitingOrder),
  nextCursor: next,
});

function waitingOrder({ order, deadlines }: OrderView): WaitingOrderDto {
  const { orderId, buyerId, sellerId, sellerName } = order;
  const cases = casesWaitingFor(order, 'platform').map((one) => ({
    ...one,
    dueAt: deadlines.find(({ subject }) => subject === one.caseId)?.dueAt,
  }));
  return { orderId, buyerId, sellerId, sellerName, cases };
}
