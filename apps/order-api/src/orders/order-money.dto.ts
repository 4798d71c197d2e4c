import { ApiProperty } from '@nestjs/swagger';
import {
  type Authorisation,
  type AuthorisationOutcome,
  authorisationOutcomes,
  type PaymentMethod,
  paymentMethods,
  type Withdrawal,
  type WithdrawalKind,
  withdrawalKinds,
} from '@app/ordering';
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
    required: false,
    description: "What buyers' banks took back, or did not pay after all.",
  })
  withdrawn?: number;

  @ApiProperty({
    type: 'integer',
    description: 'Left to pay: for the order, or for a change that waits for it.',
  })
  outstanding: number;
}

class OfPaymentDto {
  @ApiProperty({ required: false, description: 'Who holds the money, where it is known.' })
  provider?: string;

  @ApiProperty({ description: "The provider's reference." })
  paymentId: string;

  @ApiProperty(minorUnits)
  amount: number;
}

export class AuthorisationDto extends OfPaymentDto implements Authorisation {
  @ApiProperty({ enum: authorisationOutcomes })
  outcome: AuthorisationOutcome;
}

const withdrawalStates = ['open', 'lost', 'reinstated'] as const;

export class WithdrawalDto extends OfPaymentDto implements Omit<Withdrawal, 'reportedAt'> {
  @ApiProperty({ enum: withdrawalKinds })
  kind: WithdrawalKind;

  @ApiProperty({ description: "The provider's reference of it." })
  reference: string;

  @ApiProperty({ enum: withdrawalStates, description: 'Open until its outcome is known.' })
  state: Withdrawal['state'];

  @ApiProperty(instant)
  at: string;
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
