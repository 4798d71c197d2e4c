import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type ListedStock, type Stock } from '@app/reservations';
import { Id, OneOf, Text } from '../fields/text-fields.js';
import { Count, Quantity } from '../fields/value-fields.js';
import { type PageOf } from '../lists/order-page.js';
import { PageDto } from '../lists/page.dto.js';

const variant = { optional: true, description: 'Size, colour and the like, as orders name it.' } as const;

/** What the seller counted. */
export class CountStockDto {
  @Text(200, variant)
  variant?: string;

  @Count({ description: 'Units that are there, those that wait for orders included.' })
  onHand: number;

  @Text(200, { optional: true, description: 'Why it differs.' })
  note?: string;
}

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
