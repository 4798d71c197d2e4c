import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, ValidateIf } from 'class-validator';
import { toBe } from '@app/platform';
import { type AskedPart } from '@app/quotes';
import { createOrderExample } from '../commands/routes/placement.js';
import { CurrencyCode, Id, Ids, Text } from '../fields/text-fields.js';
import { Amount, Flag, ListOf, Quantity } from '../fields/value-fields.js';

const servicesOnly = 'Only services say it; left out, the offer does.';

class CartLineDto {
  @Id()
  lineId: string;

  @Id()
  productId: string;

  @Text(200, { optional: true, description: 'Size, colour and the like.' })
  variant?: string;

  @Quantity()
  quantity: number;

  @Amount({ optional: true, description: `Price of one unit, in minor units. ${servicesOnly}` })
  unitPrice?: number;

  @Text(200, { optional: true, description: servicesOnly })
  title?: string;

  @Flag({ optional: true, description: `False for what is never sent. ${servicesOnly}` })
  needsShipping?: boolean;

  @Flag({ optional: true, description: `False for what cannot be sent back. ${servicesOnly}` })
  returnable?: boolean;
}

class CartTermsDto {
  @Text(100, { optional: true, description: `For receipts and lists. ${servicesOnly}` })
  sellerName?: string;

  @CurrencyCode({ optional: true, description: 'That of the offers where it is left out.' })
  currency?: string;

  @Amount({ optional: true, description: servicesOnly })
  shippingFee?: number;

  @Flag({ optional: true, description: 'Whether the buyer takes insured shipping, for its fee.' })
  insured?: boolean;

  @Ids(10, { optional: true, description: "The seller's coupons that the buyer wants to use." })
  couponCodes?: string[];
}

class AskedPartDto extends CartTermsDto implements AskedPart {
  @Id()
  sellerId: string;

  @ListOf(() => CartLineDto, { minItems: 1 })
  lines: CartLineDto[];
}

const UnlessInParts = () =>
  applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf(({ parts }: AskQuoteDto, value) => parts === undefined || value !== undefined),
  );

/** What a buyer is about to order, from one seller or from several. */
export class AskQuoteDto extends CartTermsDto {
  @Id()
  buyerId: string;

  @UnlessInParts()
  @Id()
  sellerId: string;

  @UnlessInParts()
  @ListOf(() => CartLineDto, { minItems: 1 })
  lines: CartLineDto[];

  @ArrayUnique(({ sellerId }: AskedPartDto) => sellerId, toBe('list-of-different'))
  @ListOf(() => AskedPartDto, {
    optional: true,
    minItems: 1,
    description: 'For each seller what is wanted there, in place of the fields beside it.',
  })
  parts?: AskedPartDto[];
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

/** What is wanted of each seller. */
export const partsIn = ({ buyerId: _, parts, ...part }: AskQuoteDto): AskedPart[] => parts ?? [part];

/** Where somebody said what only those say who may say prices; undefined where they did not. */
export function ownPriceIn(asked: AskQuoteDto): string | undefined {
  for (const [nr, part] of partsIn(asked).entries()) {
    const place = asked.parts === undefined ? '' : `/parts/${nr}`;
    for (const name of ['sellerName', 'shippingFee'] as const)
      if (part[name] !== undefined) return `${place}/${name}`;
    for (const [index, line] of part.lines.entries())
      for (const name of ['unitPrice', 'title', 'needsShipping', 'returnable'] as const)
        if (line[name] !== undefined) return `${place}/lines/${index}/${name}`;
  }
  return undefined;
}
