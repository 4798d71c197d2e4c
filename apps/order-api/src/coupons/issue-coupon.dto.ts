import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { type Benefit, type CouponTerms } from '@app/ordering';
import { toBe } from '@app/platform';
import { CurrencyCode, Id, Ids, Instant, OneOf, Text } from '../fields/text-fields.js';
import { Amount, BasisPoints, Quantity } from '../fields/value-fields.js';

const kinds = ['percentage', 'amount', 'bundle', 'set'] as const;

class BenefitDto {
  @OneOf(kinds)
  kind: (typeof kinds)[number];
}

class PercentageDto extends BenefitDto {
  @BasisPoints()
  basisPoints: number;

  @Amount({ optional: true, description: 'Takes off no more than this.' })
  atMost?: number;
}

class AmountDto extends BenefitDto {
  @Amount()
  amount: number;
}

/** "3 for 2". */
class BundleDto extends BenefitDto {
  @Quantity({ description: 'Of so many units, as often as they are complete …' })
  take: number;

  @Quantity({ description: '… only so many are paid: the cheapest are free.' })
  pay: number;

  @Ids(100, {
    optional: true,
    minItems: 1,
    description: 'Only these products count; all where it is left out.',
  })
  products?: string[];
}

class SetDto extends BenefitDto {
  @Ids(100, { minItems: 1, description: 'Together they are a set.' })
  products: string[];

  @Amount({ description: 'Taken off for each complete set.' })
  amount: number;
}

const subTypes = [
  { name: 'percentage', value: PercentageDto },
  { name: 'amount', value: AmountDto },
  { name: 'bundle', value: BundleDto },
  { name: 'set', value: SetDto },
];
const schemas = subTypes.map(({ value }) => ({ $ref: getSchemaPath(value) }));

/** A coupon's terms, which stay as they are. */
@ApiExtraModels(...subTypes.map(({ value }) => value))
export class IssueCouponDto implements Omit<CouponTerms, 'sellerId' | 'paidBy' | 'orderId'> {
  @Id({ description: 'What buyers enter; unique among those of the seller.' })
  code: string;

  @Text(100, { description: 'What buyers read on the receipt.' })
  label: string;

  @CurrencyCode()
  currency: string;

  @ApiProperty({ oneOf: schemas })
  @IsObject(toBe('object'))
  @ValidateNested()
  @Type(() => BenefitDto, { discriminator: { property: 'kind', subTypes }, keepDiscriminatorProperty: true })
  benefit: Benefit;

  @Instant({ optional: true, description: 'From when on it can be used, in UTC.' })
  validFrom?: string;

  @Instant({ optional: true, description: 'When that ends, in UTC.' })
  validUntil?: string;

  @Amount({ optional: true, description: 'What the goods cost at least.' })
  minimum?: number;

  @Quantity({ optional: true, description: 'How many orders can use it.' })
  limit?: number;

  @Quantity({ optional: true, description: 'How many orders of one buyer can use it.' })
  limitPerBuyer?: number;

  @Quantity({ optional: true, description: 'For buyers who have completed so many orders with the seller.' })
  completedOrders?: number;

  @Id({ optional: true, description: 'The only buyer who can use it.' })
  buyerId?: string;
}

export const issueCouponExample: IssueCouponDto = {
  code: 'COMEBACK',
  label: 'For those who return',
  currency: 'IDR',
  benefit: { kind: 'percentage', basisPoints: 1000, atMost: 5_000_000 },
  validFrom: '2026-01-01',
  validUntil: '2099-01-01T00:00:00Z',
  limit: 500,
  limitPerBuyer: 1,
  completedOrders: 1,
};
