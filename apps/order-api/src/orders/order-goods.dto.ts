import { ApiProperty } from '@nestjs/swagger';
import {
  type CancellationReason,
  cancellationReasons,
  roles,
  type ShippingMethod,
  shippingMethods,
} from '@app/ordering';
import { type CancellationView, type PackageView, type ScanView } from '@app/read-models';
import { AddressDto, OrderLineDto, UnitsDto } from '../commands/routes/order-terms.dto.js';

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

export class PackageDto implements PackageView {
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

  @ApiProperty({
    ...optionalInstant,
    description: 'When a claim was granted that it had not come. It may still be delivered.',
  })
  lostAt?: string;
}

export class CancellationDto implements CancellationView {
  @ApiProperty()
  cancellationId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ enum: cancellationReasons })
  reason: CancellationReason;

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
