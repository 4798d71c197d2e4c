import { ApiProperty } from '@nestjs/swagger';
import { type PaymentMethod, paymentMethods } from '@app/ordering';
import { type PaymentView, type Receipt } from '@app/read-models';
import { ChargeDto } from '../commands/routes/order-terms.dto.js';

const minorUnits = { type: 'integer', description: 'In minor units.' } as const;
const instant = { format: 'date-time' } as const;

export class ReceiptDto implements Receipt {
  @ApiProperty()
  currency: string;

  @ApiProperty(minorUnits)
  goods: number;

  @ApiProperty({ type: [ChargeDto] })
  discounts: readonly ChargeDto[];

  @ApiProperty(minorUnits)
  shippingFee: number;

  @ApiProperty({ type: [ChargeDto] })
  fees: readonly ChargeDto[];

  @ApiProperty({
    type: 'integer',
    description: 'Goods − discounts + shipping + fees, as ordered and changed since.',
  })
  total: number;

  @ApiProperty({ type: 'integer', description: 'What was paid so far.' })
  captured: number;

  @ApiProperty({ type: 'integer', description: 'Sum of the refunds that were initiated.' })
  refunded: number;

  @ApiProperty({
    type: 'integer',
    description: 'Left to pay: for the order, or for a change that waits for it.',
  })
  outstanding: number;
}

export class PaymentDto implements PaymentView {
  @ApiProperty({ required: false, description: 'Who holds the money, where it is known.' })
  provider?: string;

  @ApiProperty({ description: "The provider's reference." })
  paymentId: string;

  @ApiProperty({ required: false, description: 'Of the capture, where a payment was captured in parts.' })
  captureId?: string;

  @ApiProperty({ enum: paymentMethods })
  method: PaymentMethod;

  @ApiProperty(minorUnits)
  amount: number;

  @ApiProperty(instant)
  at: string;
}
