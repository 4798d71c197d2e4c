export { followerOf } from './follow-resource.js';
export { OrderReservations } from './order-reservations.js';
export { releaseForgotten } from './release-forgotten.js';
export { type Causation, type KnownEvents, resourceCodec } from './resource-codec.js';
export { holdingNothing, type Resource } from './resource.js';
export { type QuoteReservations } from './quote-reservations.js';
export { settleStream } from './settle-stream.js';
export { transactionsOn } from './transactions.js';
export { type ReservationsOptions, reservationWork } from './reservation-work.js';

export { type Coupon } from './coupons/coupon.js';
export { type ListedCoupon, listCoupons, listedCoupon } from './coupons/coupon-list.js';
export { couponResource } from './coupons/coupon-resource.js';
export { couponStream, couponStreamPrefix } from './coupons/coupon-stream.js';
export { CouponPricing, type BuyersQuoteRequest } from './coupons/coupon-pricing.js';
export { type CouponOutcome, Coupons } from './coupons/coupons.js';
export { type Redemption } from './coupons/decide.js';

export { type StockCount, type StockReceipt } from './stock/decide.js';
export { type VariantStock } from './stock/variant-stock.js';
export { type SoldOutLine, soldOutLines } from './stock/sold-out.js';
export { type Stock } from './stock/stock.js';
export { type ListedStock, listProduct, listStock, type StockListOptions } from './stock/stock-list.js';
export { type StockRefusal } from './stock/stock-refusal.js';
export { stockResource } from './stock/stock-resource.js';
export { ownerOf, stockStream, stockStreamPrefix } from './stock/stock-stream.js';
export { type StockOutcome, Stocks } from './stock/stocks.js';
