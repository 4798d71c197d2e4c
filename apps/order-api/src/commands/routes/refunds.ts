import { type RefundFailure, refundFailures } from '@app/ordering';
import { Id, Instant, Note, OneOf, Reference, Text } from '../../fields/text-fields.js';
import { Amount, Nested } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { Provider } from './provider.js';

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

class RefundIdDto {
  @Text(80, { description: "As the order's detail lists it under its refunds." })
  refundId: string;
}

/** A payment's share of a refund of the order. */
export class NamedRefundShareDto extends RefundIdDto {
  @Provider()
  provider?: string;

  @Reference({ optional: true, description: 'The payment that it goes back to, where there are several.' })
  paymentId?: string;
}

/** What a provider says of a refund that it was asked for. */
class RefundReportDto extends NamedRefundShareDto {
  @Reference({
    description: "The provider's reference: what it says of it counts once, however often it is sent.",
  })
  reference: string;

  @Instant({
    optional: true,
    description:
      "When, by the provider's clock: of two reports the later one holds, in whatever order they come.",
  })
  happenedAt?: string;
}

/** A refund that could not be paid out, or came back. */
export class FailRefundDto extends RefundReportDto {
  @OneOf(refundFailures)
  cause: RefundFailure;
}

/** A refund that was paid out. */
export class SettleRefundDto extends RefundReportDto {}

class AccountDto {
  @Text(100, { description: 'Whose account it is.' })
  holder: string;

  @Text(100)
  bank: string;

  @Text(34, { description: 'Its number, or an IBAN; never that of a card.' })
  number: string;
}

/** Where money is to go that cannot go back the way it came. */
export class NameRefundAccountDto extends RefundIdDto {
  @Nested(() => AccountDto)
  account: AccountDto;
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
    description:
      'Be it after it was paid out: it is open again. It is tried again by itself; after the third failure a person ' +
      'has to take it on. Where it is `not-refundable`, the buyer is asked for an account.',
    body: FailRefundDto,
    example: {
      refundId: 'REFUND-1',
      reference: 'psp-refund-1',
      cause: 'provider-error',
    },
  },
  'name-refund-account': {
    summary: 'Name an account for a refund that cannot go back the way it was paid',
    description:
      'Cash, a way of paying that takes no money back, or a refund that failed. Only who pays it out sees the account.',
    body: NameRefundAccountDto,
    example: {
      refundId: 'REFUND-1',
      account: { holder: 'Ayu Lestari', bank: 'Bank Mandiri', number: '1370012345678' },
    },
  },
  'retry-refund': {
    summary: 'Try a failed refund again at once',
    description: 'Needed where it was handed to a person, who has found out what was wrong.',
    body: NamedRefundShareDto,
    example: { refundId: 'REFUND-1' },
  },
  'settle-refund': {
    summary: 'Record that a refund was paid out',
    description: 'The same reference again changes nothing.',
    body: SettleRefundDto,
    example: { refundId: 'REFUND-1', reference: 'psp-refund-2' },
  },
});
