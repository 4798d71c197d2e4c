import { type BuyerTab, buyerTabs } from '@app/ordering';
import { OneOf } from '../fields/text-fields.js';
import { OrderListDto } from '../lists/order-list.dto.js';

export class BuyerOrdersDto extends OrderListDto {
  @OneOf(buyerTabs, { optional: true })
  tab?: BuyerTab;
}
