import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type CouponRefusal, couponRefusals, lineValues, type QuotedLine, sum } from '@app/ordering';
import { type MadeQuote, type QuotePart } from '@app/quotes';
import { type SoldOutLine } from '@app/reservations';
import { ChargeDto, OrderLineDto } from '../commands/routes/order-terms.dto.js';

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

/** The part of a quote that becomes the order at one seller: its figures are those of that order. */
class QuotePartDto implements Omit<QuotePart, 'policyVersion'> {
  @ApiProperty()
  sellerId: string;

  @ApiProperty()
  sellerName: string;

  @ApiProperty()
  currency: string;

  @ApiProperty({ type: [OrderLineDto] })
  lines: readonly OrderLineDto[];

  @ApiProperty(minorUnits)
  shippingFee: number;

  @ApiProperty({ type: [ChargeDto] })
  fees: readonly ChargeDto[];

  @ApiProperty({ type: [ChargeDto] })
  discounts: readonly ChargeDto[];

  @ApiProperty({ type: [String] })
  couponCodes: readonly string[];

  @ApiProperty(minorUnits)
  total: number;

  @ApiPropertyOptional({ description: 'The order that was placed by it.' })
  orderId?: string;
}

/** A quote, as `create` takes it until it ends: once for each seller. */
export class MadeQuoteDto {
  @ApiProperty({ description: 'An order names it in place of figures.' })
  quoteId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty({ format: 'date-time', description: 'It holds until then.' })
  validUntil: string;

  @ApiProperty()
  currency: string;

  @ApiProperty({ type: 'integer', description: 'Goods − discounts + shipping + fees, of all parts.' })
  total: number;

  @ApiProperty({ type: [QuotePartDto], description: 'An order for each seller.' })
  parts: readonly QuotePartDto[];
}

/** Everything that the buyer would pay, at all sellers. */
export class QuoteDto extends MadeQuoteDto {
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

export const presentQuote = (
  quoteId: string,
  { buyerId, validUntil, parts }: Pick<MadeQuote, 'buyerId' | 'validUntil' | 'parts'>,
  orders: MadeQuote['orders'] = new Map(),
): MadeQuoteDto => ({
  quoteId,
  buyerId,
  validUntil,
  currency: parts[0]!.currency,
  total: sum(parts.map(({ total }) => total)),
  parts: parts.map(({ policyVersion: _, ...part }) => {
    const orderId = orders.get(part.sellerId);
    return { ...part, ...(orderId === undefined ? {} : { orderId }) };
  }),
});

/** What all parts come to together, line by line. */
export function figuresOf(parts: readonly QuotePart[]) {
  const lines = parts.flatMap((part) => {
    const values = lineValues(part);
    return part.lines.map(({ lineId, quantity, unitPrice }, index) => {
      const [gross, value] = [quantity * unitPrice, values[index]!];
      return { lineId, gross, discount: gross - value, value };
    });
  });
  return {
    lines,
    goods: sum(lines.map(({ gross }) => gross)),
    discounts: parts.flatMap(({ discounts }) => discounts),
    shippingFee: sum(parts.map(({ shippingFee }) => shippingFee)),
    fees: parts.flatMap(({ fees }) => fees),
  };
}
