import { type ReturnReason, returnReasons } from '@app/ordering';
import { Id, Note, OneOf } from '../../fields/text-fields.js';
import { Links, ListOf } from '../../fields/value-fields.js';
import { UnitsDto } from './units.dto.js';

/** Delivered units that the buyer wants to send back. */
export class RequestReturnDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  returnId?: string;

  @ListOf(() => UnitsDto, { minItems: 1 })
  units: UnitsDto[];

  @OneOf(returnReasons)
  reason: ReturnReason;

  @Note({ optional: true })
  note?: string;

  @Links(10, { optional: true, description: 'Pictures or videos.' })
  evidence?: string[];
}

export const requestReturnExample: RequestReturnDto = {
  returnId: 'RETURN-1',
  units: [{ lineId: 'line-1', quantity: 1 }],
  reason: 'damaged',
  note: 'A seam is open.',
  evidence: ['https://media.example.com/returns/seam.jpg'],
};
