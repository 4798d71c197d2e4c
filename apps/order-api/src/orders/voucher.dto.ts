import { ApiProperty } from '@nestjs/swagger';
import { type Voucher, voucherPayers, voucherReasons } from '@app/ordering';

/** A coupon of the seller that the buyer was promised, and nobody else can use. */
export class VoucherDto implements Voucher {
  @ApiProperty({ description: "To be named among a quote's `couponCodes`." })
  code: string;

  @ApiProperty({ type: 'integer', description: 'What it takes off, in minor units.' })
  amount: number;

  @ApiProperty()
  currency: string;

  @ApiProperty({ format: 'date-time', required: false, description: 'When it ends to hold.' })
  validUntil?: string;

  @ApiProperty({ enum: voucherPayers })
  paidBy: Voucher['paidBy'];

  @ApiProperty({ enum: voucherReasons })
  reason: Voucher['reason'];

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;
}
