import {
  type Actor,
  allowedCommands,
  expectedBy,
  lifecycle,
  type Order,
  returnTerms,
  statusOf,
} from '@app/ordering';
import {
  type OrderDetail,
  type OrderView,
  type TimelineTexts,
  timelineTexts,
  type TimelineTextsRow,
} from '@app/read-models';
import { type Locale, text } from '@app/words';
import { picker } from '../fields/picker.js';
import { termsFor } from '../policies/terms-for.js';
import { OrderDetailDto } from './order-detail.dto.js';
import { presentCases } from './present-cases.js';

const decided = 'what decisions need';
const better = 'shown with more beside it';

const pick = picker<Order | OrderView | Pick<OrderDetail, 'timeline'>, OrderDetailDto>(OrderDetailDto, {
  order: 'its fields are those of the page',
  currency: better,
  discounts: better,
  charges: better,
  shippingFee: 'stands in the receipt',
  placedPrices: decided,
  cashOnDelivery: decided,
  allowances: decided,
  refunded: better,
  holdReleased: decided,
  stockMissedAt: decided,
  cancellationIds: better,
  openCancellations: better,
  changeIds: better,
  openChanges: better,
  messages: 'have a page of their own',
  reviewedAt: better,
  'lines.stocked': decided,
  'lines.ordered': better,
  'lines.value': decided,
  'lines.arranged': better,
  'lines.takenBack': decided,
  'lines.atFault': decided,
  'packages.reported': better,
  'returns.sentWith': better,
  'claims.lapsed': decided,
  'refunds.share': better,
  'refunds.provider': better,
  'refunds.paymentId': better,
  'refunds.toAccount': better,
  'refunds.settlements': "the provider's references",
  'refunds.reportedAt': decided,
  'changes.lines.added.stocked': decided,
  'withdrawals.reportedAt': decided,
  'timeline.orderId': 'that of the page',
});

/** The order as it is shown to this reader, at this instant (ISO 8601, UTC). */
export function presentOrder(
  { view, timeline }: OrderDetail,
  reader: Actor,
  locale: Locale,
  at: string,
): OrderDetailDto {
  const { order, lines } = view;
  const status = statusOf(order);
  return pick({
    ...order,
    ...view,
    ...presentCases(view, reader),
    lines: lines.map((line, index) => ({ ...order.lines[index]!, ...line })),
    status,
    label: text(locale, `status.${status}.${reader.role === 'seller' ? 'seller' : 'buyer'}`),
    marketplaceName: lifecycle[status].marketplaceName,
    allowedCommands: allowedCommands(order, reader.role),
    estimatedDelivery: expectedBy(order),
    returnTerms: returnTerms(order, at),
    policy: termsFor(order.policy, order.sellerId, reader),
    timeline: timeline.map((row) => ({ ...row, ...textsOf(view, row, locale) })),
  });
}

function textsOf(view: OrderView, row: TimelineTextsRow, locale: Locale): TimelineTexts {
  const { buyerLabel, sellerLabel } = row;
  return buyerLabel === null || sellerLabel === null
    ? timelineTexts(view, row, locale)
    : { buyerLabel, sellerLabel };
}
