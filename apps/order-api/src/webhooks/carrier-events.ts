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

/** What carriers report. */
export const carrierEvents = {
  'package.delivered': rule(
    PackageDeliveredEventDto,
    { id: 'scan-1', type: 'package.delivered', orderId: 'order-1', data: deliverPackageExample },
    ({ data }) => ({ type: 'deliver', ...data }),
  ),
};
