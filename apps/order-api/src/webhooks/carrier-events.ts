import { TrackPackageDto, trackPackageExample } from '../commands/dto/track-package.dto.js';
import { deliverPackageExample } from '../commands/dto/deliver-package.dto.js';
import { Id } from '../fields/text-fields.js';
import { Nested } from '../fields/value-fields.js';
import { rule, WebhookEventDto } from './webhook-event.dto.js';

class DeliveredPackageDto {
  @Id()
  packageId: string;
}

/** A carrier has handed a package over. */
export class PackageDeliveredEventDto extends WebhookEventDto {
  @Nested(() => DeliveredPackageDto)
  data: DeliveredPackageDto;
}

/** A carrier has scanned a package. */
export class PackageScannedEventDto extends WebhookEventDto {
  @Nested(() => TrackPackageDto)
  data: TrackPackageDto;
}

/** What carriers report. */
export const carrierEvents = {
  'package.scanned': rule(
    PackageScannedEventDto,
    { id: 'scan-1', type: 'package.scanned', orderId: 'order-1', data: trackPackageExample },
    ({ data }) => ({ type: 'track', ...data }),
  ),
  'package.delivered': rule(
    PackageDeliveredEventDto,
    { id: 'scan-2', type: 'package.delivered', orderId: 'order-1', data: deliverPackageExample },
    ({ data }) => ({ type: 'deliver', ...data }),
  ),
};
