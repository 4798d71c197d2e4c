import { ApiProperty } from '@nestjs/swagger';
import { type BuyerTab, type OrderStatus, orderStatuses, type SellerTab } from '@app/ordering';
import { type ListedOrder } from '@app/read-models';

class SummaryItemDto {
  @ApiProperty()
  productId: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ required: false })
  variant?: string;

  @ApiProperty({ type: 'integer' })
  quantity: number;
}

class OrderSummaryDto {
  @ApiProperty({ type: [SummaryItemDto], description: 'The first lines.' })
  items: SummaryItemDto[];

  @ApiProperty({ type: 'integer', description: 'Number of lines.' })
  lines: number;

  @ApiProperty({ type: 'integer', description: 'Units ordered, over all lines.' })
  units: number;
}

/** An order in a list. */
export class ListedOrderDto implements ListedOrder<BuyerTab | SellerTab> {
  @ApiProperty()
  orderId: string;

  @ApiProperty()
  checkoutId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty()
  sellerId: string;

  @ApiProperty()
  sellerName: string;

  @ApiProperty({ type: String, description: "The tab of the order's status." })
  tab: BuyerTab | SellerTab;

  @ApiProperty({ description: 'Whether it stands in the tab of returns as well.' })
  inAftercare: boolean;

  @ApiProperty({ enum: orderStatuses })
  status: OrderStatus;

  @ApiProperty({ description: "The status in the list owner's words." })
  label: string;

  @ApiProperty({ description: "The status as marketplaces' own APIs name it." })
  marketplaceName: string;

  @ApiProperty({ format: 'date-time' })
  placedAt: string;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  @ApiProperty()
  currency: string;

  @ApiProperty({ type: 'integer', description: 'As ordered, in minor units.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'What was paid so far.' })
  captured: number;

  @ApiProperty({ type: 'integer', description: 'Sum of the refunds that were initiated.' })
  refunded: number;

  @ApiProperty()
  summary: OrderSummaryDto;

  @ApiProperty({ type: 'integer' })
  revision: number;
}

export class OrderPageDto {
  @ApiProperty({ type: [ListedOrderDto] })
  items: ListedOrderDto[];

  @ApiProperty({ required: false, description: 'Leads to the next page; absent on the last one.' })
  nextCursor?: string;
}
