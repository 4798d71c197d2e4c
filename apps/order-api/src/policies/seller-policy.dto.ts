import { ApiProperty } from '@nestjs/swagger';
import { type Actor, type Role, roles } from '@app/ordering';
import { type PolicyVersion, termsOf } from '@app/seller-policies';
import { PolicyTermsDto } from './policy-terms.dto.js';
import { innerTerms, termsFor } from './terms-for.js';

/** The policy that new orders of a seller are placed under. */
export class SellerPolicyDto {
  @ApiProperty()
  sellerId: string;

  @ApiProperty({ type: 'integer', description: 'How often it was set; 0 where the defaults hold.' })
  version: number;

  @ApiProperty({
    description: `To others than the seller and the platform without ${innerTerms.join(', ')}.`,
  })
  terms: PolicyTermsDto;
}

class SetByDto {
  @ApiProperty({ enum: roles })
  role: Role;

  @ApiProperty()
  id: string;
}

/** A policy as it was set once. */
export class PolicyVersionDto {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  by: SetByDto;

  @ApiProperty()
  terms: PolicyTermsDto;
}

/** The seller's policy after these versions, as far as it concerns the reader. */
export const presentPolicy = (
  sellerId: string,
  versions: readonly PolicyVersion[],
  reader: Actor,
): SellerPolicyDto => ({
  sellerId,
  version: versions.length,
  terms: termsFor(termsOf(versions), sellerId, reader) as PolicyTermsDto,
});

export const presentPolicyVersion = ({ version, at, by, terms }: PolicyVersion): PolicyVersionDto =>
  ({ version, at, by, terms }) as PolicyVersionDto;
