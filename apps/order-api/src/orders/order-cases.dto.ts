import { ApiProperty } from '@nestjs/swagger';
import {
  type BankAccount,
  caseParties,
  type CaseParty,
  type ClaimKind,
  claimKinds,
  type ClaimState,
  claimStates,
  type Fault,
  faults,
  type PaymentMethod,
  paymentMethods,
  type RefundFailure,
  refundFailures,
  type RefundReason,
  refundReasons,
  type RefundState,
  refundStates,
  type ReturnReason,
  returnReasons,
  type ReturnState,
  returnStates,
  type ReturnTerms,
  type WayBackPayer,
  wayBackPayers,
} from '@app/ordering';
import {
  type ClaimView,
  type RefundShareView,
  type RefundView,
  type ReturnScan,
  type ReturnView,
} from '@app/read-models';
import { UnitsDto } from '../commands/routes/order-terms.dto.js';
import { type CaseTurn } from './present-cases.js';

const instant = { format: 'date-time' } as const;
const optionalInstant = { format: 'date-time', required: false } as const;
const minorUnits = { type: 'integer', description: 'In minor units.' } as const;

/** What all cases of an order have. */
class CaseDto implements CaseTurn {
  @ApiProperty({ ...instant, description: 'Since when it is in this state.' })
  since: string;

  @ApiProperty({
    enum: caseParties,
    required: false,
    description: 'Whose turn it is; missing where it is over.',
  })
  waitsFor?: CaseParty;

  @ApiProperty({ ...optionalInstant, description: 'Until when; then it goes on by itself.' })
  dueAt?: string;
}

export class ReturnScanDto implements ReturnScan {
  @ApiProperty()
  code: string;

  @ApiProperty({ required: false })
  place?: string;

  @ApiProperty(instant)
  scannedAt: string;

  @ApiProperty({ required: false })
  description?: string;
}

export class ReturnDto extends CaseDto implements ReturnView {
  @ApiProperty()
  returnId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ enum: returnReasons })
  reason: ReturnReason;

  @ApiProperty({ enum: faults, required: false, description: 'Whose fault it is.' })
  fault?: Fault;

  @ApiProperty({ required: false })
  note?: string;

  @ApiProperty({ type: [String] })
  evidence: readonly string[];

  @ApiProperty({ enum: returnStates })
  state: ReturnState;

  @ApiProperty(instant)
  requestedAt: string;

  @ApiProperty({ enum: wayBackPayers, required: false, description: 'Who pays to send it back.' })
  wayBackPaidBy?: WayBackPayer;

  @ApiProperty({ required: false, description: 'What the seller wrote last.' })
  answer?: string;

  @ApiProperty({ ...minorUnits, required: false })
  offered?: number;

  @ApiProperty({ required: false })
  carrier?: string;

  @ApiProperty({ required: false })
  trackingNumber?: string;

  @ApiProperty({ type: [ReturnScanDto], description: "What the carrier told, by the carrier's clock." })
  scans: readonly ReturnScanDto[];
}

export class ClaimDto extends CaseDto implements ClaimView {
  @ApiProperty()
  claimId: string;

  @ApiProperty({ enum: claimKinds })
  kind: ClaimKind;

  @ApiProperty({ enum: faults, required: false, description: 'Whose fault it is.' })
  fault?: Fault;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ required: false, description: 'The package that has not come.' })
  packageId?: string;

  @ApiProperty({ required: false })
  note?: string;

  @ApiProperty({ type: [String] })
  evidence: readonly string[];

  @ApiProperty({ enum: claimStates })
  state: ClaimState;

  @ApiProperty(instant)
  openedAt: string;

  @ApiProperty({ required: false, description: 'What the seller wrote.' })
  answer?: string;

  @ApiProperty({ enum: ['buyer', 'seller'], required: false })
  resolvedFor?: 'buyer' | 'seller';

  @ApiProperty({ type: [UnitsDto], required: false, description: 'Granted in part: for these units.' })
  granted?: readonly UnitsDto[];

  @ApiProperty({ ...minorUnits, required: false, description: 'Granted in part: so much off the price.' })
  allowance?: number;

  @ApiProperty({ required: false, description: 'What the platform wrote to its decision.' })
  decision?: string;

  @ApiProperty({ ...instant, required: false })
  appealedAt?: string;

  @ApiProperty({ required: false, description: 'What the buyer wrote to the appeal.' })
  appeal?: string;
}

export class BankAccountDto implements BankAccount {
  @ApiProperty()
  holder: string;

  @ApiProperty()
  bank: string;

  @ApiProperty({ description: 'Its last digits alone, for the buyer.' })
  number: string;
}

export class RefundShareDto extends CaseDto implements RefundShareView {
  @ApiProperty({ required: false, description: 'Who holds the money, where it is known.' })
  provider?: string;

  @ApiProperty({ description: 'The payment that the money was captured with.' })
  paymentId: string;

  @ApiProperty({ enum: paymentMethods })
  method: PaymentMethod;

  @ApiProperty(minorUnits)
  amount: number;

  @ApiProperty({ enum: refundStates })
  state: RefundState;

  @ApiProperty({ format: 'date', description: 'By when the buyer has it.' })
  expectedBy: string;

  @ApiProperty({ type: 'integer', description: 'How often the provider could not do it.' })
  failures: number;

  @ApiProperty({ enum: refundFailures, required: false, description: 'Why not the last time.' })
  cause?: RefundFailure;

  @ApiProperty({
    required: false,
    description: 'Where it goes instead; for the buyer, and for those who pay it out.',
  })
  account?: BankAccountDto;
}

export class RefundDto extends CaseDto implements RefundView {
  @ApiProperty()
  refundId: string;

  @ApiProperty(minorUnits)
  amount: number;

  @ApiProperty({ enum: refundReasons })
  reason: RefundReason;

  @ApiProperty({ enum: refundStates })
  state: RefundState;

  @ApiProperty(instant)
  initiatedAt: string;

  @ApiProperty({ enum: paymentMethods, required: false, description: 'How it goes back.' })
  method?: PaymentMethod;

  @ApiProperty({ format: 'date', required: false, description: 'By when the buyer has it.' })
  expectedBy?: string;

  @ApiProperty({ required: false })
  returnId?: string;

  @ApiProperty({ required: false })
  claimId?: string;

  @ApiProperty({ required: false })
  note?: string;

  @ApiProperty({ type: 'integer', description: 'How often the provider could not do it.' })
  failures: number;

  @ApiProperty({ enum: refundFailures, required: false, description: 'Why not the last time.' })
  cause?: RefundFailure;

  @ApiProperty({
    type: [RefundShareDto],
    required: false,
    description:
      'What goes back to each payment. Its state is that of the share that is furthest from its end.',
  })
  shares?: readonly RefundShareDto[];
}

export class ReturnTermsDto implements ReturnTerms {
  @ApiProperty({ type: 'integer', description: 'Days after delivery in which a return may be asked for.' })
  windowDays: number;

  @ApiProperty({ ...optionalInstant, description: 'The last instant; missing until everything has arrived.' })
  until?: string;

  @ApiProperty({ type: [String], description: 'Lines that the seller takes no returns of.' })
  excludedLines: readonly string[];

  @ApiProperty({ type: [UnitsDto], description: 'What can be asked to be returned now.' })
  returnable: readonly UnitsDto[];
}
