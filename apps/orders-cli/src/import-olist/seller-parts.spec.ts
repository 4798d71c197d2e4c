import { describe, expect, it, jest } from '@jest/globals';
import { type NoteAnomaly } from './anomaly.js';
import { sellerParts } from './seller-parts.js';
import { checkout, item, payment } from './testing/checkouts.js';

describe('sellerParts', () => {
  const note = jest.fn<NoteAnomaly>();
  const kinds = () => note.mock.calls.map(([kind]) => kind);

  it('makes one line of the units of a product at one price, and one part of a seller', () => {
    const items = [
      item({ itemId: '1' }),
      item({ itemId: '2', sellerId: 's-2', freight: 5 }),
      item({ itemId: '3', price: 4000 }),
      item({ itemId: '4' }),
    ];
    note.mockClear();
    expect(sellerParts(checkout({ items }), note)).toEqual([
      {
        sellerId: 's-1',
        sellerName: 'Seller s-1 (porto)',
        lines: [
          { lineId: '1', productId: 'p-lamp', title: 'Casa conforto', quantity: 2, unitPrice: 4990 },
          { lineId: '3', productId: 'p-lamp', title: 'Casa conforto', quantity: 1, unitPrice: 4000 },
        ],
        goods: 2 * 4990 + 4000,
        freight: 3 * 1010,
      },
      {
        sellerId: 's-2',
        sellerName: 'Seller s-2 (porto)',
        lines: [{ lineId: '2', productId: 'p-lamp', title: 'Casa conforto', quantity: 1, unitPrice: 4990 }],
        goods: 4990,
        freight: 5,
      },
    ]);
    expect(note).not.toHaveBeenCalled();
  });

  it('makes an order without items one unknown item worth what was paid', () => {
    note.mockClear();
    const payments = [payment({ amount: 700 }), payment({ sequence: '2', amount: 31 })];
    const [part] = sellerParts(checkout({ items: [], payments }), note);
    expect(part).toMatchObject({ sellerId: 'unknown', goods: 731, freight: 0 });
    expect(part!.lines).toMatchObject([{ title: 'Unknown item', quantity: 1, unitPrice: 731 }]);
    expect(kinds()).toEqual(['no-lines']);
  });

  it('notes sellers, products and categories that are missing', () => {
    note.mockClear();
    const products = new Map([['p-bare', { productId: 'p-bare' }]]);
    const items = [item({ sellerId: 's-gone' }), item({ sellerId: 's-gone', productId: 'p-bare' })];
    const [part] = sellerParts(checkout({ items, products }), note);
    expect(part!.sellerName).toBe('Seller s-gone');
    expect(part!.lines.map((line) => line.title)).toEqual(['Unknown item', 'Unknown item']);
    expect(kinds()).toEqual(['seller-missing', 'product-missing', 'category-missing']);
  });
});
