import { Id, Instant, Note, Text } from '../../fields/text-fields.js';

/** What a carrier says of a package on its way. */
export class TrackPackageDto {
  @Id()
  packageId: string;

  @Text(64, { description: "The carrier's code for what happened." })
  code: string;

  @Text(100, { optional: true, description: "Where; a place of the carrier's." })
  place?: string;

  @Instant({ description: "By the carrier's clock." })
  scannedAt: string;

  @Note({ optional: true, description: "The carrier's own words; shown to buyer and seller only." })
  description?: string;
}

export const trackPackageExample: TrackPackageDto = {
  packageId: 'PKG-1',
  code: 'arrived',
  place: 'Cimahi depot',
  scannedAt: '2026-01-05T08:30:00Z',
};
