import { type ClaimKind, claimKinds } from '@app/ordering';
import { Id, Note, OneOf } from '../../fields/text-fields.js';
import { Links, ListOf } from '../../fields/value-fields.js';
import { UnitsDto } from './units.dto.js';

/** A buyer's complaint. */
export class OpenClaimDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  claimId?: string;

  @OneOf(claimKinds)
  kind: ClaimKind;

  @Id({ optional: true, description: 'The package that has not come: needed with `not-received`.' })
  packageId?: string;

  @ListOf(() => UnitsDto, { optional: true, description: 'The units: needed with the other kinds.' })
  units?: UnitsDto[];

  @Note({ optional: true })
  note?: string;

  @Links(10, { optional: true, description: 'Pictures or videos.' })
  evidence?: string[];
}

export const openClaimExample: OpenClaimDto = {
  claimId: 'CLAIM-1',
  kind: 'damaged',
  units: [{ lineId: 'line-2', quantity: 1 }],
  note: 'The jar came broken.',
  evidence: ['https://media.example.com/claims/jar.jpg'],
};
