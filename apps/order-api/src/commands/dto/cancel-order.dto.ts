import { type CancellationReason, cancellationReasons } from '@app/ordering';
import { Id, Note, OneOf } from '../../fields/text-fields.js';
import { ListOf } from '../../fields/value-fields.js';
import { UnitsDto } from './units.dto.js';

/** Units that shall not be sent. */
export class CancelOrderDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  cancellationId?: string;

  @ListOf(() => UnitsDto, {
    optional: true,
    minItems: 1,
    description: 'All that can still be cancelled where it is left out.',
  })
  units?: UnitsDto[];

  @OneOf(cancellationReasons)
  reason: CancellationReason;

  @Note({ optional: true })
  note?: string;
}

export const cancelOrderExample: CancelOrderDto = {
  cancellationId: 'CANCEL-1',
  units: [{ lineId: 'line-2', quantity: 1 }],
  reason: 'changed-mind',
  note: 'Two jars are enough.',
};
