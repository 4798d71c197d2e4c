import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { type ListedStock, type Stock, type StockCount } from '@app/reservations';
import { Id, OneOf, Text } from '../fields/text-fields.js';
import { Count, ListOf, Quantity } from '../fields/value-fields.js';
import { type PageOf } from '../lists/order-page.js';
import { PageDto } from '../lists/page.dto.js';

const variant = { optional: true, description: 'Size, colour and the like, as orders name it.' } as const;

const onHand = { description: 'Units that are there, those that wait for orders included.' } as const;
const letPass = { optional: true, description: 'Let pass.' } as const;

/** What was counted of a variant, or what was read of it. */
class CountedVariantDto {
  @Text(200, variant)
  variant?: string;

  @Count(onHand)
  onHand: number;

  @Count(letPass)
  held?: number;

  @Count(letPass)
  available?: number;

  @Count(letPass)
  short?: number;
}

/** What the seller counted: of one variant, or of some in a list, as stock is read. */
export class CountStockDto {
  @Text(64, { optional: true, description: 'That of the path.' })
  productId?: string;

  @Text(200, variant)
  variant?: string;

  @ApiProperty({ required: false })
  @ValidateIf(({ variants }: CountStockDto) => variants === undefined)
  @Count(onHand)
  onHand?: number;

  @ListOf(() => CountedVariantDto, { optional: true, description: 'In place of `variant` and `onHand`.' })
  variants?: CountedVariantDto[];

  @Text(200, { optional: true, description: 'Why it differs.' })
  note?: string;
}

/** Each variant that was counted. */
export const countsIn = ({ variant: named, onHand: counted, variants, note }: CountStockDto): StockCount[] =>
  (variants ?? [{ variant: named, onHand: counted! }]).map((one) => ({
    variant: one.variant,
    onHand: one.onHand,
    note,
  }));

export const countStockExample: CountStockDto = { variant: 'M', onHand: 12, note: 'Yearly count.' };

/** Goods that came in. */
export class ReceiveStockDto {
  @Id({ description: "Names the delivery, of all of the product's; the same one again changes nothing." })
  receiptId: string;

  @Text(200, variant)
  variant?: string;

  @Quantity()
  quantity: number;
}

export const receiveStockExample: ReceiveStockDto = { receiptId: 'DN-2026-118', variant: 'M', quantity: 50 };

/** What there is of a variant. */
class VariantStockDto {
  @ApiPropertyOptional({ description: 'Left out for the product as such.' })
  variant?: string;

  @ApiProperty({ type: 'integer', description: 'Units that are there, those that wait for orders included.' })
  onHand: number;

  @ApiProperty({ type: 'integer', description: 'Units that wait for orders.' })
  held: number;

  @ApiProperty({ type: 'integer', description: 'Units that can still be ordered.' })
  available: number;

  @ApiProperty({ type: 'integer', description: 'Units that orders wait for and that are not there.' })
  short: number;
}

/** A product's stock as it is now. */
export class StockDto {
  @ApiProperty()
  productId: string;

  @ApiProperty({ type: [VariantStockDto] })
  variants: VariantStockDto[];
}

/** Which of the stock is asked for. */
export class StockListDto extends PageDto {
  @OneOf(['sold-out', 'short'], {
    optional: true,
    description: 'What nobody can order any more, or only what orders wait for more of than there is.',
  })
  only?: 'sold-out' | 'short';

  @Text(500, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

class ListedStockDto extends VariantStockDto {
  @ApiProperty()
  productId: string;
}

export class StockPageDto implements PageOf<ListedStockDto> {
  @ApiProperty({ type: [ListedStockDto] })
  items: readonly ListedStockDto[];

  @ApiProperty({ required: false, description: 'Leads to the next page; absent on the last one.' })
  nextCursor?: string;
}

export const presentStock = (productId: string, stock: Stock): StockDto => ({
  productId,
  variants: [...stock.variants].map(([named, { onHand, held }]) =>
    presentVariant({ variant: named, onHand, held }),
  ),
});

export const presentListed = ({ productId, ...variantStock }: ListedStock): ListedStockDto => ({
  productId,
  ...presentVariant(variantStock),
});

const presentVariant = ({
  variant: named,
  onHand,
  held,
}: Omit<ListedStock, 'productId'>): VariantStockDto => ({
  ...(named === undefined ? {} : { variant: named }),
  onHand,
  held,
  available: Math.max(0, onHand - held),
  short: Math.max(0, held - onHand),
});
