import { Id } from '../../fields/text-fields.js';
import { RefundIdDto } from './refund-id.dto.js';

/** A refund that was paid out. */
export class SettleRefundDto extends RefundIdDto {
  @Id({ description: "The provider's reference: it settles a refund once, however often it is sent." })
  reference: string;
}

export const settleRefundExample: SettleRefundDto = { refundId: 'REFUND-1', reference: 'psp-refund-2' };
