export { projector } from './projection/order-projection.js';
export { type ProjectorProgress } from './projection/follow-orders.js';
export { projectorWork } from './projection/projector-work.js';
export { buyerSpending, type MonthlySpending } from './queries/buyer-spending.js';
export {
  countBuyerOrders,
  countCompletedOrders,
  countSellerOrders,
  type TabCounts,
} from './queries/count-orders.js';
export { deadlinesFollower, dueDeadlines, listDeadlines, takeDue } from './queries/deadlines.js';
export { type Cursor, readCursor } from './queries/cursor.js';
export { listWaitingOrders, type WaitingPage } from './queries/list-waiting-orders.js';
export { listChangedOrders, listChangedOrdersOf } from './queries/list-changed-orders.js';
export { listMessages, type MessagePage } from './queries/list-messages.js';
export {
  listBuyerOrders,
  type ListedOrder,
  type ListQuery,
  listSellerOrders,
  type Page,
} from './queries/list-orders.js';
export { listReviews, type ReviewPage } from './queries/list-reviews.js';
export { orderDetail, type OrderDetail, type TimelineTextsRow } from './queries/order-detail.js';
export { orderViews } from './queries/order-views.js';
export { orderPages } from './queries/order-pages.js';
export { type ReviewScore, scores, sellerRating, type SellerRating } from './queries/seller-rating.js';
export { type HandedOverRefund, refundsHandedOver } from './queries/refunds-handed-over.js';
export { capturedTotal, countByStatus } from './queries/totals.js';
export { waitUntilProjected } from './queries/wait-until-projected.js';
export { type Difference } from './verify/difference.js';
export { verifyReadModels } from './verify/verify-read-models.js';
export { rebuild, type Rebuilt, type RebuildProgress } from './versions/rebuild.js';
export { type DeadlineRow } from './views/deadlines.js';
export type * from './views/case-views.js';
export type * from './views/order-view.js';
export { type TimelineRow } from './views/timeline.js';
export { type TimelineTexts, timelineTexts } from './views/timeline-texts.js';
