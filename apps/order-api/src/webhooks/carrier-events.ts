import { type DelayCause, delayCauses } from '@app/ordering';
import { commandRoutes } from '../commands/command-routes.js';
import { DeliverPackageDto } from '../commands/routes/delivery.js';
import { ReportReturnProblemDto, TrackReturnDto } from '../commands/routes/returns.js';
import { TrackPackageDto } from '../commands/routes/shipping.js';
import { ReportDeliveryProblemDto } from '../commands/routes/undelivered.js';
import { Day, Id, Note, OneOf } from '../fields/text-fields.js';
import { Nested } from '../fields/value-fields.js';
import { rule, type TakenEvents, WebhookEventDto } from './webhook-event.dto.js';

/** A carrier has handed a package over. */
export class PackageDeliveredEventDto extends WebhookEventDto {
  @Nested(() => DeliverPackageDto)
  data: DeliverPackageDto;
}

/** A carrier says why a package was not handed over, or what became of it then. */
export class PackageUndeliveredEventDto extends WebhookEventDto {
  @Nested(() => ReportDeliveryProblemDto)
  data: ReportDeliveryProblemDto;
}

/** A carrier has scanned what is sent back. */
export class ReturnScannedEventDto extends WebhookEventDto {
  @Nested(() => TrackReturnDto)
  data: TrackReturnDto;
}

/** A carrier says why a seller does not get what was sent back. */
export class ReturnUndeliveredEventDto extends WebhookEventDto {
  @Nested(() => ReportReturnProblemDto)
  data: ReportReturnProblemDto;
}

class MistakenPackageDto {
  @Id()
  packageId: string;
}

/** A package was not handed over after all. */
export class DeliveryMistakenEventDto extends WebhookEventDto {
  @Nested(() => MistakenPackageDto)
  data: MistakenPackageDto;
}

/** A carrier has scanned a package. */
export class PackageScannedEventDto extends WebhookEventDto {
  @Nested(() => TrackPackageDto)
  data: TrackPackageDto;
}

/** A carrier speaks of its package, never of what else the order waits for. */
class PackageEstimateDto {
  @Id()
  packageId: string;

  @Day({ description: 'When it is expected now.' })
  newEstimate: string;
}

class PackageDelayDto extends PackageEstimateDto {
  @OneOf(delayCauses)
  cause: DelayCause;

  @Note({ optional: true, description: 'For the buyer.' })
  explanation?: string;
}

/** A carrier expects to hand a package over on another day. */
export class PackageEstimatedEventDto extends WebhookEventDto {
  @Nested(() => PackageEstimateDto)
  data: PackageEstimateDto;
}

/** A package comes later than it was expected, and the carrier says why. */
export class PackageDelayedEventDto extends WebhookEventDto {
  @Nested(() => PackageDelayDto)
  data: PackageDelayDto;
}

/** Types that may be about money, such as cash that was collected. */
const money = /payment|charge|capture|refund|dispute|cash|cod\b/i;

/** What carriers report. */
export const carrierEvents = {
  isHarmless: (type) => !money.test(type),
  rules: {
    'package.scanned': rule(
      PackageScannedEventDto,
      { id: 'scan-1', type: 'package.scanned', orderId: 'order-1', data: commandRoutes.track.example },
      ({ data }) => ({ type: 'track', ...data }),
    ),
    'package.estimated': rule(
      PackageEstimatedEventDto,
      {
        id: 'estimate-1',
        type: 'package.estimated',
        orderId: 'order-1',
        data: { packageId: 'PKG-1', newEstimate: '2030-02-01' },
      },
      ({ data }) => ({ type: 'change-estimate', ...data }),
    ),
    'package.delayed': rule(
      PackageDelayedEventDto,
      {
        id: 'delay-1',
        type: 'package.delayed',
        orderId: 'order-1',
        data: {
          packageId: 'PKG-1',
          newEstimate: '2030-02-03',
          cause: 'weather',
          explanation: 'The ferry does not run in this storm.',
        },
      },
      ({ data }) => ({ type: 'report-delay', ...data }),
    ),
    'package.delivered': rule(
      PackageDeliveredEventDto,
      { id: 'scan-2', type: 'package.delivered', orderId: 'order-1', data: commandRoutes.deliver.example },
      ({ data }) => ({ type: 'deliver', ...data }),
    ),
    'package.undelivered': rule(
      PackageUndeliveredEventDto,
      {
        id: 'scan-3',
        type: 'package.undelivered',
        orderId: 'order-1',
        data: commandRoutes['report-delivery-problem'].example,
      },
      ({ data }) => ({ type: 'report-delivery-problem', ...data }),
    ),
    'return.scanned': rule(
      ReturnScannedEventDto,
      {
        id: 'scan-5',
        type: 'return.scanned',
        orderId: 'order-1',
        data: commandRoutes['track-return'].example,
      },
      ({ data }) => ({ type: 'track-return', ...data }),
    ),
    'return.undelivered': rule(
      ReturnUndeliveredEventDto,
      {
        id: 'scan-6',
        type: 'return.undelivered',
        orderId: 'order-1',
        data: commandRoutes['report-return-problem'].example,
      },
      ({ data }) => ({ type: 'report-return-problem', ...data }),
    ),
    'package.delivery-mistaken': rule(
      DeliveryMistakenEventDto,
      { id: 'scan-4', type: 'package.delivery-mistaken', orderId: 'order-1', data: { packageId: 'PKG-1' } },
      ({ data }) => ({ type: 'take-back', mark: 'delivered', ...data }),
    ),
  },
} satisfies TakenEvents;
