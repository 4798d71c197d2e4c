import { Id } from '../../fields/text-fields.js';

/** A package that has reached the buyer. */
export class DeliverPackageDto {
  @Id()
  packageId: string;
}

export const deliverPackageExample: DeliverPackageDto = { packageId: 'PKG-1' };
