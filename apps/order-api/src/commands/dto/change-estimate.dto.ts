import { Day, Id } from '../../fields/text-fields.js';

/** A better guess of when goods arrive. */
export class ChangeEstimateDto {
  @Id({ optional: true, description: 'All that has not arrived where it is left out.' })
  packageId?: string;

  @Day({ description: 'When it is expected now.' })
  newEstimate: string;
}

export const changeEstimateExample: ChangeEstimateDto = { packageId: 'PKG-1', newEstimate: '2030-02-01' };
