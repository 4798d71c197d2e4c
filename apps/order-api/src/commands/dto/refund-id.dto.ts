import { Text } from '../../fields/text-fields.js';

/** A refund of the order. */
export class RefundIdDto {
  @Text(80, { description: "As the order's detail lists it under its refunds." })
  refundId: string;
}

export const retryRefundExample: RefundIdDto = { refundId: 'REFUND-1' };
