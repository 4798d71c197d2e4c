import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Voucher, voucherPayers } from '@app/ordering';
import { type Coupon, type ListedCoupon } from '@app/reservations';
import { IssueCouponDto } from './issue-coupon.dto.js';

/** A coupon with how often it is in use. */
export class CouponDto extends IssueCouponDto {
  @ApiPropertyOptional({ enum: voucherPayers, description: 'Who pays for it, where it is a voucher.' })
  paidBy?: Voucher['paidBy'];

  @ApiPropertyOptional({ description: 'The order whose buyer was promised it; it cannot be withdrawn.' })
  orderId?: string;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Since when it cannot be used any more.' })
  withdrawnAt?: string;

  @ApiProperty({
    type: 'integer',
    description: 'Orders that use it, without those that were cancelled entirely.',
  })
  redeemed: number;
}

export function presentCoupon({ terms, issuedAt, withdrawnAt, redeemed }: ListedCoupon | Coupon): CouponDto {
  const { sellerId: _, ...shown } = terms;
  return { ...shown, issuedAt, ...(withdrawnAt === undefined ? {} : { withdrawnAt }), redeemed };
}
