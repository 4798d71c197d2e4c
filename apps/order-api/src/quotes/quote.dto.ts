import { ApiProperty } from '@nestjs/swagger';
import { type CouponRefusal, couponRefusals, type Quote, type QuotedLine } from '@app/ordering';
import { type SoldOutLine } from '@app/reservations';
import { ChargeDto } from '../commands/routes/order-terms.dto.js';
import { createOrderExample } from '../commands/routes/placement.js';
import { CurrencyCode, Id, Ids, Text } from '../fields/text-fields.js';
import { Amount, Flag, ListOf, Quantity } from '../fields/value-fields.js';

class CartLineDto {
  @Id()
  lineId: string;

  @Id()
  productId: string;

  @Text(200, { optional: true, description: 'Size, colour and the like.' })
  variant?: string;

  @Quantity()
  quantity: number;

  @Amount({ description: 'Price of one unit, in minor units.' })
  unitPrice: number;
}

/** What a buyer is about to order from one seller. */
export class AskQuoteDto {
  @Id()
  buyerId: string;

  @Id()
  sellerId: string;

  @CurrencyCode()
  currency: string;

  @ListOf(() => CartLineDto, { minItems: 1 })
  lines: CartLineDto[];

  @Amount()
  shippingFee: number;

  @Flag({ optional: true, description: 'Whether the buyer takes insured shipping, for its fee.' })
  insured?: boolean;

  @Ids(10, { optional: true, description: "The seller's coupons that the buyer wants to use." })
  couponCodes?: string[];
}

export const askQuoteExample: AskQuoteDto = {
  buyerId: createOrderExample.buyerId,
  sellerId: createOrderExample.sellerId,
  currency: createOrderExample.currency,
  lines: createOrderExample.lines.map(({ lineId, productId, quantity, unitPrice }) => ({
    lineId,
    productId,
    quantity,
    unitPrice,
  })),
  shippingFee: createOrderExample.shippingFee,
  insured: true,
  couponCodes: ['COMEBACK'],
};

const minorUnits = { type: 'integer', description: 'In minor units.' } as const;

class QuotedLineDto implements QuotedLine {
  @ApiProperty()
  lineId: string;

  @ApiProperty(minorUnits)
  gross: number;

  @ApiProperty({ type: 'integer', description: "The line's share of the discounts." })
  discount: number;

  @ApiProperty(minorUnits)
  value: number;
}

class DeclinedCouponDto {
  @ApiProperty()
  coupon: string;

  @ApiProperty({ enum: Object.keys(couponRefusals) })
  code: CouponRefusal['code'];

  @ApiProperty({ description: 'For a person.' })
  message: string;
}

class SoldOutLineDto implements SoldOutLine {
  @ApiProperty()
  lineId: string;

  @ApiProperty({ type: 'integer', description: 'Units that could still be ordered.' })
  available: number;
}

/** Everything that the buyer would pay; `create` takes these figures as they are. */
export class QuoteDto implements Omit<Quote, 'declined' | 'fees'> {
  @ApiProperty({ description: 'A digest of the figures: the same figures have the same one.' })
  quoteId: string;

  @ApiProperty()
  currency: string;

  @ApiProperty({ type: [QuotedLineDto] })
  lines: readonly QuotedLineDto[];

  @ApiProperty(minorUnits)
  goods: number;

  @ApiProperty({ type: [ChargeDto] })
  discounts: readonly ChargeDto[];

  @ApiProperty(minorUnits)
  shippingFee: number;

  @ApiProperty({ type: [ChargeDto], description: 'Platform fee and insurance among them.' })
  fees: readonly ChargeDto[];

  @ApiProperty({ type: 'integer', description: 'Goods − discounts + shipping + fees.' })
  total: number;

  @ApiProperty({
    type: [DeclinedCouponDto],
    description: 'Coupons that cannot be used, each with its reason.',
  })
  declined: readonly DeclinedCouponDto[];

  @ApiProperty({
    type: [SoldOutLineDto],
    description: 'Lines that take more than there is now; the figures count them all the same.',
  })
  soldOut: readonly SoldOutLineDto[];
}
