import { packageMarks, type PackageOutcome, packageOutcomes } from '@app/ordering';
import { Day, Id, OneOf, Text } from '../../fields/text-fields.js';
import { ListOf } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { UnitsDto } from './order-terms.dto.js';

/** Why the buyer does not have a package. */
export class ReportDeliveryProblemDto {
  @Id()
  packageId: string;

  @OneOf(packageOutcomes)
  outcome: PackageOutcome;

  @Text(100, { optional: true, description: 'Where it waits to be picked up.' })
  place?: string;

  @Day({
    optional: true,
    description: 'Of the next attempt, or the last day on which it can be picked up.',
  })
  until?: string;
}

/** A package that came back to its seller. */
export class ReceiveBackDto {
  @Id()
  packageId: string;

  @ListOf(() => UnitsDto, {
    optional: true,
    description: 'What can be sold again: all of it where it is left out, nothing where it is empty.',
  })
  sellable?: UnitsDto[];
}

/** What was said wrongly of a package; what is left out stays. */
export class CorrectPackageDto {
  @Id()
  packageId: string;

  @Text(64, { optional: true })
  carrier?: string;

  @Text(64, { optional: true })
  trackingNumber?: string;
}

/** Something that did not happen to a package after all. */
export class TakeBackMarkDto {
  @Id()
  packageId: string;

  @OneOf(packageMarks)
  mark: (typeof packageMarks)[number];
}

/** Packages that did not reach the buyer, or not as it was said. */
export const undelivered = routes({
  'report-delivery-problem': {
    summary: 'Say why a package was not delivered',
    description:
      'By its carrier, or by the seller of what an own courier carries (`method: self`). What was refused, unclaimed, ' +
      'undeliverable, lost or damaged does not come any more: its price goes back at once, and nothing is taken for ' +
      'it in cash. What was lost and is found goes back to the seller.',
    body: ReportDeliveryProblemDto,
    example: {
      packageId: 'PKG-1',
      outcome: 'held-for-pick-up',
      place: 'Post office Cimahi',
      until: '2030-02-10',
    },
  },
  'receive-back': {
    summary: 'Receive a package that the buyer did not get',
    description:
      'Whether or not anybody said that it comes back. What can be sold again is added to the stock; the buyer has ' +
      'the price back, if not before.',
    body: ReceiveBackDto,
    example: { packageId: 'PKG-1' },
  },
  'correct-package': {
    summary: "Correct a package's carrier or tracking number",
    description: 'The buyer is told. What stands there already is accepted and not recorded again.',
    body: CorrectPackageDto,
    example: { packageId: 'PKG-1', trackingNumber: 'JNE0012345679' },
  },
  'take-back': {
    summary: 'Take back that a package was shipped or delivered',
    description:
      "Within the hours of the order's policy (`takeBackHours`), as long as the order is not completed and no return or " +
      'claim has units of the package. Cash that was booked with a delivery is open again.',
    body: TakeBackMarkDto,
    example: { packageId: 'PKG-1', mark: 'delivered' },
  },
});
