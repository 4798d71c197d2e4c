import { type CancellationReason, cancellationReasons } from '@app/ordering';
import { Id, Note, OneOf } from '../../fields/text-fields.js';
import { Flag, ListOf } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { UnitsDto } from './order-terms.dto.js';

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

  @OneOf(cancellationReasons, {
    description:
      "A buyer's: `changed-mind`, `wrong-address`, `found-cheaper`. A seller's: `out-of-stock`, `wrong-address`, " +
      '`suspected-fraud`. Everybody has `other`, which is the fault of whoever says it.',
  })
  reason: CancellationReason;

  @Note({ optional: true })
  note?: string;
}

/** The answer to a buyer's request to cancel. */
export class AnswerCancellationDto {
  @Id({ description: "As the order's detail lists it under its cancellations." })
  cancellationId: string;

  @Flag({ description: 'Whether the units are cancelled.' })
  approve: boolean;

  @Note({ optional: true, description: 'Told to the buyer with a rejection.' })
  note?: string;
}

/** A request to cancel that the buyer no longer makes. */
export class WithdrawCancellationDto {
  @Id({ description: "As the order's detail lists it under its cancellations." })
  cancellationId: string;
}

/** Units are not to be sent. */
export const cancellation = routes({
  cancel: {
    summary: 'Cancel units that were not shipped',
    description:
      "At once; but a buyer's request to cancel what the seller has to handle already becomes a request that the " +
      'seller answers. Money that was paid for the units goes back.',
    onBehalfOf: 'buyer:ayu',
    body: CancelOrderDto,
    example: {
      cancellationId: 'CANCEL-1',
      units: [{ lineId: 'line-2', quantity: 1 }],
      reason: 'changed-mind',
      note: 'Two jars are enough.',
    },
  },
  'answer-cancellation': {
    summary: "Answer a buyer's request to cancel",
    description:
      "Only while a buyer's request is open. The example answers that of `cancel`, sent on behalf of the buyer as " +
      'the example of its header says; without that header a service cancels at once, and nothing is left to answer.',
    body: AnswerCancellationDto,
    example: {
      cancellationId: 'CANCEL-1',
      approve: true,
    },
  },
  'withdraw-cancellation': {
    summary: 'Take back a request to cancel',
    description: 'As long as the seller has not answered it. The example takes back that of `cancel`.',
    body: WithdrawCancellationDto,
    example: { cancellationId: 'CANCEL-1' },
  },
});
