import { Id, Instant, Text } from '../../fields/text-fields.js';

/** A carrier's scan of what is sent back. */
export class TrackReturnDto {
  @Id()
  returnId: string;

  @Text(64, { description: "The carrier's own code." })
  code: string;

  @Text(100, { optional: true })
  place?: string;

  @Instant({ description: "By the carrier's clock. Scans may come late and out of order." })
  scannedAt: string;

  @Text(200, { optional: true })
  description?: string;
}

export const trackReturnExample: TrackReturnDto = {
  returnId: 'RETURN-1',
  code: 'PICKED_UP',
  place: 'Bandung',
  scannedAt: '2030-02-02T09:15:00Z',
};
