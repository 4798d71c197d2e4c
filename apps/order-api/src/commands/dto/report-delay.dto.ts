import { type DelayCause, delayCauses, delayOfferKinds } from '@app/ordering';
import { Day, Id, Note, OneOf } from '../../fields/text-fields.js';
import { Amount, Nested } from '../../fields/value-fields.js';

/** What makes up for a delay. */
export class DelayOfferDto {
  @OneOf(delayOfferKinds)
  kind: (typeof delayOfferKinds)[number];

  @Amount({ optional: true, description: "What a voucher is worth, in minor units of the order's currency." })
  amount?: number;

  @Id({ optional: true, description: 'What the buyer redeems a voucher with.' })
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

export const reportDelayExample: ReportDelayDto = {
  packageId: 'PKG-1',
  cause: 'weather',
  explanation: 'The ferry does not run in this storm.',
  newEstimate: '2030-02-03',
  offer: { kind: 'voucher', amount: 2_500_000, code: 'SORRY-25' },
};
