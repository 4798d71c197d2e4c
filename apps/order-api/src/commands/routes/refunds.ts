import { type RefundFailure, refundFailures } from '@app/ordering';
import { Id, Note, OneOf, Text } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';
import { routes } from './command-route.js';

/** Money that the platform gives back out of goodwill. */
export class RefundOrderDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  refundId?: string;

  @Amount()
  amount: number;

  @OneOf(['voucher'], {
    optional: true,
    description:
      "A coupon of the seller's for the next order, which the platform pays for; money where it is left out.",
  })
  as?: 'voucher';

  @Note({ optional: true })
  note?: string;
}

/** A refund of the order. */
export class RefundIdDto {
  @Text(80, { description: "As the order's detail lists it under its refunds." })
  refundId: string;
}

/** A refund that could not be paid out. */
export class FailRefundDto extends RefundIdDto {
  @Id({ description: "The provider's reference: one failure is recorded once." })
  reference: string;

  @OneOf(refundFailures)
  cause: RefundFailure;
}

/** A refund that was paid out. */
export class SettleRefundDto extends RefundIdDto {
  @Id({ description: "The provider's reference: it settles a refund once, however often it is sent." })
  reference: string;
}

/** Money goes back. */
export const refunds = routes({
  refund: {
    summary: 'Give money back out of goodwill',
    description: 'Never more than was paid and has not gone back. The buyer keeps everything.',
    body: RefundOrderDto,
    example: {
      refundId: 'REFUND-1',
      amount: 1_000_000,
      note: 'For the trouble.',
    },
  },
  'fail-refund': {
    summary: 'Record that a refund could not be paid out',
    description: 'It is tried again by itself; after the third failure a person has to take it on.',
    body: FailRefundDto,
    example: {
      refundId: 'REFUND-1',
      reference: 'psp-refund-1',
      cause: 'provider-error',
    },
  },
  'retry-refund': {
    summary: 'Try a failed refund again at once',
    description: 'Needed where it was handed to a person, who has found out what was wrong.',
    body: RefundIdDto,
    example: { refundId: 'REFUND-1' },
  },
  'settle-refund': {
    summary: 'Record that a refund was paid out',
    description: 'The same reference again changes nothing.',
    body: SettleRefundDto,
    example: { refundId: 'REFUND-1', reference: 'psp-refund-2' },
  },
});
