export * from './cart.js';
export * from './coupon-refusal.js';
export * from './coupon-terms.js';
export * from './discount.js';
export * from './quote.js';
