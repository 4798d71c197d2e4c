import { ApiProperty } from '@nestjs/swagger';
import {
  type CancellationReason,
  cancellationReasons,
  caseParties,
  type CaseParty,
  type DeliveryState,
  deliveryStates,
  type Fault,
  faults,
  roles,
  type ShippingMethod,
  shippingMethods,
} from '@app/ordering';
import { type CancellationView, type PackageView, type ScanView } from '@app/read-models';
import { ProofOfDeliveryDto } from '../commands/routes/delivery.js';
import { AddressDto, OrderLineDto, UnitsDto } from '../commands/routes/order-terms.dto.js';
import { type CaseTurn } from './present-cases.js';

const instant = { format: 'date-time' } as const;
const optionalInstant = { format: 'date-time', required: false } as const;

/** A line as it was sold, and what became of its units. */
export class OrderLineStateDto extends OrderLineDto {
  @ApiProperty({ type: 'integer' })
  cancelled: number;

  @ApiProperty({ type: 'integer' })
  shipped: number;

  @ApiProperty({ type: 'integer' })
  delivered: number;

  @ApiProperty({ type: 'integer', description: 'Units in returns that are open, or that ended in money.' })
  returnRequested: number;

  @ApiProperty({ type: 'integer', description: 'Units that came, and whose price went back all the same.' })
  returned: number;

  @ApiProperty({ type: 'integer', description: 'Units that never came, and whose price went back.' })
  lost: number;
}

class PackageScanDto implements ScanView {
  @ApiProperty()
  code: string;

  @ApiProperty(instant)
  scannedAt: string;

  @ApiProperty({ required: false })
  place?: string;

  @ApiProperty({ required: false })
  description?: string;
}

export class PackageDto implements PackageView, CaseTurn {
  @ApiProperty()
  packageId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ enum: shippingMethods })
  method: ShippingMethod;

  @ApiProperty()
  carrier: string;

  @ApiProperty()
  trackingNumber: string;

  @ApiProperty({ format: 'date', required: false, description: 'As last said.' })
  estimatedDelivery?: string;

  @ApiProperty({ required: false, description: 'Where it starts from.' })
  shipFrom?: AddressDto;

  @ApiProperty({ description: 'Whether the packing checklist was ticked off.' })
  checklistDone: boolean;

  @ApiProperty({ type: [PackageScanDto], description: "What the carrier told, by the carrier's clock." })
  scans: readonly PackageScanDto[];

  @ApiProperty(instant)
  arrangedAt: string;

  @ApiProperty(optionalInstant)
  shippedAt?: string;

  @ApiProperty(optionalInstant)
  deliveredAt?: string;

  @ApiProperty({ required: false, description: 'That it was delivered.' })
  proof?: ProofOfDeliveryDto;

  @ApiProperty({ required: false, description: 'Where it waits, or waited, to be picked up.' })
  heldAt?: string;

  @ApiProperty({
    format: 'date',
    required: false,
    description: 'Of the next attempt to deliver it, or the last day on which it can be picked up.',
  })
  until?: string;

  @ApiProperty({
    ...optionalInstant,
    description: 'Since when nobody waits for it: it was lost or turned back, or a claim was granted.',
  })
  lostAt?: string;

  @ApiProperty({
    type: [UnitsDto],
    required: false,
    description: 'What of it came back to the seller to be sold again.',
  })
  restocked?: readonly UnitsDto[];

  @ApiProperty({ enum: deliveryStates })
  state: DeliveryState;

  @ApiProperty({
    enum: caseParties,
    required: false,
    description: 'Whose turn it is; missing where it is over.',
  })
  waitsFor?: CaseParty;

  @ApiProperty({ ...optionalInstant, description: 'Until when; then it goes on by itself.' })
  dueAt?: string;
}

export class CancellationDto implements CancellationView {
  @ApiProperty()
  cancellationId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ enum: cancellationReasons })
  reason: CancellationReason;

  @ApiProperty({ enum: faults, required: false, description: 'Whose fault it is.' })
  fault?: Fault;

  @ApiProperty({ required: false })
  note?: string;

  @ApiProperty({ enum: [...roles, 'timer'] })
  by: CancellationView['by'];

  @ApiProperty({ enum: ['requested', 'approved', 'rejected', 'withdrawn', 'cancelled'] })
  state: CancellationView['state'];

  @ApiProperty(instant)
  at: string;

  @ApiProperty(optionalInstant)
  answeredAt?: string;

  @ApiProperty({ required: false, description: 'What the seller wrote to a rejection.' })
  answer?: string;
}
