import { type SellerTab, sellerTabs } from '@app/ordering';
import { OneOf } from '../fields/text-fields.js';
import { OrderListDto } from '../lists/order-list.dto.js';

export class SellerOrdersDto extends OrderListDto {
  @OneOf(sellerTabs, { optional: true })
  tab?: SellerTab;
}
