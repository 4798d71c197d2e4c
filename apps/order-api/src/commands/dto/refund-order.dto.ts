import { Id, Note } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';

/** Money that the platform gives back out of goodwill. */
export class RefundOrderDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  refundId?: string;

  @Amount()
  amount: number;

  @Note({ optional: true })
  note?: string;
}

export const refundOrderExample: RefundOrderDto = {
  refundId: 'REFUND-1',
  amount: 1_000_000,
  note: 'For the trouble.',
};
