import { ApiProperty } from '@nestjs/swagger';
import {
  type CancellationReason,
  cancellationReasons,
  type ReturnReason,
  returnReasons,
  roles,
  type ShippingMethod,
  shippingMethods,
} from '@app/ordering';
import { type CancellationView, type PackageView, type ReturnView } from '@app/read-models';
import { OrderLineDto } from '../commands/dto/order-line.dto.js';
import { UnitsDto } from '../commands/dto/units.dto.js';

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

  @ApiProperty({ type: 'integer', description: 'Units that the buyer asked to return.' })
  returnRequested: number;
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

  @ApiProperty({ format: 'date', required: false })
  estimatedDelivery?: string;

  @ApiProperty(instant)
  arrangedAt: string;

  @ApiProperty(optionalInstant)
  shippedAt?: string;

  @ApiProperty(optionalInstant)
  deliveredAt?: string;
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

  @ApiProperty({ enum: ['requested', 'approved', 'rejected', 'cancelled'] })
  state: CancellationView['state'];

  @ApiProperty(instant)
  at: string;

  @ApiProperty(optionalInstant)
  answeredAt?: string;

  @ApiProperty({ required: false, description: 'What the seller wrote to a rejection.' })
  answer?: string;
}

export class ReturnDto implements ReturnView {
  @ApiProperty()
  returnId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ enum: returnReasons })
  reason: ReturnReason;

  @ApiProperty({ required: false })
  note?: string;

  @ApiProperty({ type: [String] })
  evidence: readonly string[];

  @ApiProperty({ enum: ['requested'] })
  state: ReturnView['state'];

  @ApiProperty(instant)
  requestedAt: string;
}
