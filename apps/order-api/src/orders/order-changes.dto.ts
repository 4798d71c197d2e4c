import { ApiProperty } from '@nestjs/swagger';
import { changeRejections, roles } from '@app/ordering';
import { type ChangeView } from '@app/read-models';
import { AddressDto, ChargeDto, OrderLineDto } from '../commands/routes/order-terms.dto.js';

class LineTermsDto {
  @ApiProperty()
  lineId: string;

  @ApiProperty({ required: false })
  variant?: string;

  @ApiProperty({ type: 'integer', description: '0 where the line is not there yet, or not any more.' })
  quantity: number;

  @ApiProperty({ type: 'integer', required: false, description: 'Where another variant has another price.' })
  unitPrice?: number;
}

class ChangedAddressDto {
  @ApiProperty()
  before: AddressDto;

  @ApiProperty()
  after: AddressDto;
}

class ChangedLinesDto {
  @ApiProperty({ type: [LineTermsDto] })
  before: readonly LineTermsDto[];

  @ApiProperty({ type: [LineTermsDto] })
  after: readonly LineTermsDto[];

  @ApiProperty({ type: [OrderLineDto], required: false, description: 'Of these, the lines that are new.' })
  added?: readonly OrderLineDto[];
}

/** A change of the address or of some lines. */
export class ChangeDto implements ChangeView {
  @ApiProperty()
  changeId: string;

  @ApiProperty({ enum: ['address', 'lines'] })
  kind: ChangeView['kind'];

  @ApiProperty({
    enum: ['requested', 'awaiting-payment', 'applied', 'rejected', 'withdrawn'],
    description: '`awaiting-payment`: made as soon as its price is paid.',
  })
  state: ChangeView['state'];

  @ApiProperty({ enum: [...roles, 'timer'] })
  by: ChangeView['by'];

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ required: false })
  address?: ChangedAddressDto;

  @ApiProperty({ required: false })
  lines?: ChangedLinesDto;

  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'What shipping costs to the new address, where that is something else.',
  })
  shippingFee?: number;

  @ApiProperty({
    type: [ChargeDto],
    required: false,
    description: 'All discounts that the order has with it, by the terms of its coupons.',
  })
  discounts?: readonly ChargeDto[];

  @ApiProperty({ type: [ChargeDto], required: false, description: 'All fees that the order has with it.' })
  fees?: readonly ChargeDto[];

  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'What the order costs more; less below zero.',
  })
  priceDifference?: number;

  @ApiProperty({ format: 'date-time', required: false })
  closedAt?: string;

  @ApiProperty({ enum: changeRejections, required: false })
  rejected?: ChangeView['rejected'];

  @ApiProperty({ required: false, description: 'What the seller wrote to a rejection.' })
  answer?: string;
}
