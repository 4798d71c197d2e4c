import { ApiProperty } from '@nestjs/swagger';
import { Id } from '../fields/text-fields.js';
import { Count, Texts } from '../fields/value-fields.js';

/** Most names of one partner. */
const mostNames = 100;

/** The names that mean a partner from now on. */
export class SetPartnerNamesDto {
  @Id({ optional: true, description: 'As it was read; that of the path.' })
  id?: string;

  @Count({ optional: true, description: 'As it was read. `If-Match` alone makes it a condition.' })
  version?: number;

  @Texts(mostNames, {
    description:
      'All of them, in any spelling: capitals, and blanks for hyphens, make no other name. Without any, nothing is theirs.',
  })
  names: string[];
}

export const partnerNamesExample = {
  names: ['jne', 'JNE Express', 'JNE Trucking'],
} satisfies SetPartnerNamesDto;

export class PartnerNamesDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: 'integer', description: 'How often they were set; 0 where the id alone is the name.' })
  version: number;

  @ApiProperty({ type: [String] })
  names: readonly string[];
}
