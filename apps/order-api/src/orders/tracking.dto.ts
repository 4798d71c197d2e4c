import { ApiProperty } from '@nestjs/swagger';
import { type OrderTracking, type Scan } from '@app/tracking';
import { UnitsDto } from '../commands/dto/units.dto.js';

type TrackedPackage = OrderTracking['packages'][number];

class ScanDto implements Scan {
  @ApiProperty({ type: String })
  code: Scan['code'];

  @ApiProperty()
  description: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

class TrackedPackageDto implements TrackedPackage {
  @ApiProperty()
  packageId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty()
  carrier: string;

  @ApiProperty()
  trackingNumber: string;

  @ApiProperty({
    required: false,
    description: "The carrier's own page for the package, where one is known.",
  })
  link?: string;

  @ApiProperty({ format: 'date', required: false })
  estimatedDelivery?: string;

  @ApiProperty({ type: [ScanDto], description: 'The newest last.' })
  scans: readonly ScanDto[];
}

/** Where an order's packages are. */
export class TrackingDto implements OrderTracking {
  @ApiProperty()
  orderId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty()
  sellerId: string;

  @ApiProperty({ type: [TrackedPackageDto] })
  packages: readonly TrackedPackageDto[];
}
