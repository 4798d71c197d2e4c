import { ApiProperty } from '@nestjs/swagger';
import { type BuyerTab, type OrderStatus, orderStatuses, type SellerTab } from '@app/ordering';
import { type LabelledOrder, type LabelledTab } from './labelled-order.js';

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
export class ListedOrderDto implements LabelledOrder {
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

  @ApiProperty({ description: "The tab in the reader's language." })
  tabLabel: string;

  @ApiProperty({ description: 'Whether it stands in the tab of returns as well.' })
  inAftercare: boolean;

  @ApiProperty({ enum: orderStatuses })
  status: OrderStatus;

  @ApiProperty({ description: "What the list's owner reads, in the reader's language." })
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

/** A tab of a list, in the order in which they are shown; `all` is first. */
export class TabDto implements LabelledTab {
  @ApiProperty({ example: 'in-transit' })
  tab: string;

  @ApiProperty({ description: "The tab in the reader's language.", example: 'On its way' })
  label: string;

  @ApiProperty({ type: 'integer', description: 'How many orders stand in it.' })
  orders: number;
}
