import { type CancellationReason, cancellationReasons } from '@app/ordering';
import { Note, OneOf } from '../../fields/text-fields.js';
import { ListOf } from '../../fields/value-fields.js';
import { UnitsDto } from './units.dto.js';

/** Units that shall not be sent. */
export class CancelOrderDto {
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
  units: [{ lineId: 'line-2', quantity: 1 }],
  reason: 'out-of-stock',
  note: 'Only two jars are left.',
};
