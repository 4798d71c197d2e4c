import { ApiProperty } from '@nestjs/swagger';
import { type ShownTracking } from '@app/tracking';
import { UnitsDto } from '../commands/routes/order-terms.dto.js';

type TrackedPackage = ShownTracking['packages'][number];
type ShownScan = TrackedPackage['scans'][number];

class ScanDto implements ShownScan {
  @ApiProperty({ description: "`arranged`, `shipped` and `delivered`, or the carrier's own." })
  code: string;

  @ApiProperty({ required: false, description: 'Where the carrier scanned it.' })
  place?: string;

  @ApiProperty({ description: "What it says to a person, in the reader's language." })
  description: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

class TrackedPackageDto implements TrackedPackage {
  @ApiProperty()
  packageId: string;

  @ApiProperty({ type: [UnitsDto] })
  units: readonly UnitsDto[];

  @ApiProperty({ description: 'As the seller named it.' })
  carrier: string;

  @ApiProperty({ description: 'As people know it.' })
  carrierName: string;

  @ApiProperty()
  trackingNumber: string;

  @ApiProperty({
    required: false,
    description: "The carrier's own page for the package, or for its tracking numbers, where one is known.",
  })
  link?: string;

  @ApiProperty({ format: 'date', required: false })
  estimatedDelivery?: string;

  @ApiProperty({
    required: false,
    description: 'Where it was scanned last; missing once it was handed over.',
  })
  place?: string;

  @ApiProperty({ format: 'date-time', required: false })
  deliveredAt?: string;

  @ApiProperty({ type: [ScanDto], description: 'By their own times, the newest last.' })
  scans: readonly ScanDto[];
}

/** Where an order's packages are. */
export class TrackingDto implements ShownTracking {
  @ApiProperty()
  orderId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty()
  sellerId: string;

  @ApiProperty({ type: [TrackedPackageDto] })
  packages: readonly TrackedPackageDto[];
}
