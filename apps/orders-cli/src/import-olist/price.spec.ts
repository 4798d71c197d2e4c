import { describe, expect, it } from '@jest/globals';
import { totalsOf } from '@app/ordering';
import { priceThatIsPaid } from './price.js';
import { type SellerPart } from './seller-parts.js';

const part: SellerPart = {
  sellerId: 's-1',
  sellerName: 'Seller',
  lines: [{ lineId: '1', productId: 'p-1', title: 'Lamp', quantity: 2, unitPrice: 400 }],
  goods: 800,
  freight: 200,
};

describe('priceThatIsPaid', () => {
  it.each([
    ['the price', 1000, { shippingFee: 200, fees: [], discounts: [] }],
    ['more', 1030, { shippingFee: 200, fees: [expect.objectContaining({ amount: 30 })], discounts: [] }],
    ['less', 900, { shippingFee: 200, fees: [], discounts: [expect.objectContaining({ amount: 100 })] }],
    [
      'less than the freight',
      150,
      { shippingFee: 150, fees: [], discounts: [expect.objectContaining({ amount: 800 })] },
    ],
    ['nothing', 0, { shippingFee: 0, fees: [], discounts: [expect.objectContaining({ amount: 800 })] }],
  ])('adds up to what was paid: %s', (_, paid, price) => {
    const matched = priceThatIsPaid(part, paid);
    expect(matched).toEqual({ ...price, total: paid });
    expect(totalsOf({ ...matched, lines: part.lines }).total).toBe(paid);
  });
});
