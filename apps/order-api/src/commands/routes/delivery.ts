import { type DelayCause, delayCauses, delayOfferKinds, type ProofOfDelivery } from '@app/ordering';
import { Day, Id, Note, OneOf, Text } from '../../fields/text-fields.js';
import { Amount, Link, Nested } from '../../fields/value-fields.js';
import { routes } from './command-route.js';

/** What makes up for a delay. */
export class DelayOfferDto {
  @OneOf(delayOfferKinds)
  kind: (typeof delayOfferKinds)[number];

  @Amount({ optional: true, description: "What a voucher is worth, in minor units of the order's currency." })
  amount?: number;

  @Id({
    optional: true,
    description:
      "A coupon of the seller's for this buyer alone, with this amount; a new one is issued where it is left out.",
  })
  code?: string;
}

/** Goods come later than they were expected. */
export class ReportDelayDto {
  @Id({ optional: true, description: 'All that has not arrived where it is left out.' })
  packageId?: string;

  @OneOf(delayCauses)
  cause: DelayCause;

  @Note({ optional: true, description: 'For the buyer.' })
  explanation?: string;

  @Day({ description: 'When it is expected now; no earlier day than before.' })
  newEstimate: string;

  @Nested(() => DelayOfferDto, { optional: true, description: 'From the seller or the platform.' })
  offer?: DelayOfferDto;
}

/** A better guess of when goods arrive. */
export class ChangeEstimateDto {
  @Id({ optional: true, description: 'All that has not arrived where it is left out.' })
  packageId?: string;

  @Day({ description: 'When it is expected now.' })
  newEstimate: string;
}

/** Shown to buyer and seller only. */
export class ProofOfDeliveryDto implements ProofOfDelivery {
  @Text(100, { optional: true, description: 'Who took it.' })
  receivedBy?: string;

  @Link({ optional: true, description: 'Where a photo of it is kept.' })
  photo?: string;
}

/** A package that has reached the buyer. */
export class DeliverPackageDto {
  @Id()
  packageId: string;

  @Nested(() => ProofOfDeliveryDto, {
    optional: true,
    description: 'One of the two is needed from sellers and the platform.',
  })
  proof?: ProofOfDeliveryDto;
}

/** When goods are expected, and that they have arrived. */
export const delivery = routes({
  'report-delay': {
    summary: 'Tell that goods come later',
    description:
      'With the cause, an explanation, the new day and what is offered for it. The buyer is told at once. A voucher is a ' +
      'coupon of the seller that this buyer alone can use, from now on and as long as the policy says.',
    body: ReportDelayDto,
    example: {
      packageId: 'PKG-1',
      cause: 'weather',
      explanation: 'The ferry does not run in this storm.',
      newEstimate: '2030-02-03',
      offer: { kind: 'voucher', amount: 2_500_000 },
    },
  },
  'change-estimate': {
    summary: 'Change the day of an expected delivery',
    description: 'Earlier or later. The buyer is told of every change; the same day again changes nothing.',
    body: ChangeEstimateDto,
    example: { packageId: 'PKG-1', newEstimate: '2030-02-01' },
  },
  deliver: {
    summary: 'Record that a package has arrived',
    description:
      'With the last package the order is delivered. A seller says so of what an own courier carries (`method: self`), ' +
      'with a proof: who took it, or a photo.',
    body: DeliverPackageDto,
    example: { packageId: 'PKG-1', proof: { receivedBy: 'Siti, next door' } },
  },
});
