import { type RefundFailure, refundFailures } from '@app/ordering';
import { Id, OneOf } from '../../fields/text-fields.js';
import { RefundIdDto } from './refund-id.dto.js';

/** A refund that could not be paid out. */
export class FailRefundDto extends RefundIdDto {
  @Id({ description: "The provider's reference: one failure is recorded once." })
  reference: string;

  @OneOf(refundFailures)
  cause: RefundFailure;
}

export const failRefundExample: FailRefundDto = {
  refundId: 'REFUND-1',
  reference: 'psp-refund-1',
  cause: 'provider-error',
};
