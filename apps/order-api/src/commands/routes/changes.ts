import { Id, Note, Text } from '../../fields/text-fields.js';
import { Amount, Count, Flag, ListOf, Nested } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { AddressDto } from './order-terms.dto.js';
import { createOrderExample } from './placement.js';

/** Where the goods shall go instead. */
export class ChangeAddressDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  changeId?: string;

  @Nested(() => AddressDto)
  shippingAddress: AddressDto;

  @Amount({
    optional: true,
    description:
      'What shipping costs to the new address, where that is something else. Only a service says it, once the buyer has agreed.',
  })
  shippingFee?: number;
}

class LineChangeDto {
  @Id()
  lineId: string;

  @Id({
    optional: true,
    description: 'Of a new line: what it is of, at the price that its seller offers it for.',
  })
  productId?: string;

  @Text(200, { optional: true, description: 'Another size, colour and the like.' })
  variant?: string;

  @Count({
    optional: true,
    description: 'Another number of units, with those that were cancelled meanwhile; 0 takes the line out.',
  })
  quantity?: number;
}

/** How lines shall differ; what is left out stays. */
export class ModifyLinesDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  changeId?: string;

  @ListOf(() => LineChangeDto, { minItems: 1 })
  changes: LineChangeDto[];
}

/** The answer to a change that the buyer asked for. */
export class AnswerChangeDto {
  @Id({ description: "As the order's detail lists it under its changes." })
  changeId: string;

  @Flag({ description: 'Whether the change is made.' })
  approve: boolean;

  @Note({ optional: true, description: 'Told to the buyer with a rejection.' })
  note?: string;
}

/** A change that the buyer no longer wants. */
export class WithdrawChangeDto {
  @Id({ description: "As the order's detail lists it under its changes." })
  changeId: string;
}

/** What was ordered is changed. */
export const changes = routes({
  'change-address': {
    summary: 'Send the goods elsewhere',
    description:
      'At once until the seller has confirmed the order; then the seller decides, and nothing is shipped meanwhile. ' +
      'Too late as soon as a package is arranged. A service can name another shipping fee: what it is less goes back; ' +
      'a paid order takes no higher one.',
    body: ChangeAddressDto,
    example: {
      changeId: 'CHANGE-1',
      shippingAddress: { ...createOrderExample.shippingAddress, street: 'Jalan Asia Afrika 8' },
    },
  },
  'modify-lines': {
    summary: 'Ask for another size, colour or quantity, for more goods or fewer',
    description:
      'At once until the seller has confirmed the order; then the seller decides. What a paid order costs less goes ' +
      'back; what it costs more has to be paid before the change is made. Too late as soon as a package is arranged. ' +
      'The price is that of a quote of the new lines under the terms of the order: a coupon may give less, or nothing. ' +
      'A new line, and another variant, cost what the seller offers them for.',
    body: ModifyLinesDto,
    example: {
      changeId: 'CHANGE-2',
      changes: [{ lineId: 'line-1', variant: 'XL / indigo' }],
    },
  },
  'answer-change': {
    summary: 'Answer a change that the buyer asked for',
    description:
      'Within a day; then it is not made. A change that still has to be paid can be turned down as well, and the buyer ' +
      'has a day to pay for it.',
    body: AnswerChangeDto,
    example: { changeId: 'CHANGE-1', approve: true },
  },
  'withdraw-change': {
    summary: 'Take back a change that was not made yet',
    description: 'What was paid for it goes back.',
    body: WithdrawChangeDto,
    example: { changeId: 'CHANGE-2' },
  },
});
