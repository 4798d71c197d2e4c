import { describe, expect, it } from '@jest/globals';
import { type ExistingOrderCommand, type OrderCommand } from '@app/ordering';
import {
  arrange,
  as,
  cancel,
  claim,
  create,
  deliver,
  given,
  pay,
  requestReturn,
  resolve,
  ship,
} from '@app/ordering/testing';
import { entriesOf, viewOf } from '../testing/entries.js';
import { listRows, sellerTabsOf } from './list-row.js';

const confirm: ExistingOrderCommand = { type: 'confirm' };
const viewAfter = (...commands: Parameters<typeof given>) =>
  viewOf(entriesOf(given(create(), ...commands).events)).view;
const rowsAfter = (...commands: Parameters<typeof given>) => listRows(viewAfter(...commands));

describe('listRows', () => {
  it('gives a list what it draws: who, when, how much, and the first goods', () => {
    const lines = [1, 2, 3, 4].map((n) => ({ ...create().lines[0]!, lineId: `l-${n}`, variant: 'L' }));
    const { events } = given(create({ lines, total: 31_600 }));
    const { buyer } = listRows(viewOf(entriesOf(events)).view);
    expect(buyer).toMatchObject({
      orderId: 'o-1',
      checkoutId: 'c-1',
      sellerId: 's-1',
      sellerName: 'Batik House',
      placedAt: events[0]!.at,
      currency: 'EUR',
      total: 31_600,
      captured: 0,
      refunded: 0,
      summary: { lines: 4, units: 8 },
    });
    expect(buyer.summary.items).toHaveLength(3);
    expect(buyer.summary.items[0]).toEqual({
      productId: 'p-shirt',
      title: 'Shirt',
      variant: 'L',
      quantity: 2,
    });
  });

  it('shows the seller nothing before the order is paid', () => {
    expect(rowsAfter().seller).toBeUndefined();
    expect(rowsAfter(pay({ amount: 9000 })).seller).toBeUndefined();
    expect(rowsAfter(pay()).seller).toMatchObject({
      tab: 'new',
      captured: 9600,
    });
  });

  it.each<[string, OrderCommand[], string, string | undefined]>([
    ['placed', [], 'unpaid', undefined],
    ['paid', [pay()], 'waiting-for-delivery', 'new'],
    ['confirmed', [pay(), confirm], 'waiting-for-delivery', 'ready-to-ship'],
    ['arranged', [pay(), confirm, arrange()], 'waiting-for-delivery', 'ready-to-ship'],
    ['shipped', [pay(), confirm, ship()], 'in-transit', 'in-shipping'],
    ['delivered', [pay(), confirm, ship(), deliver()], 'received', 'in-shipping'],
    ['completed', [pay(), confirm, ship(), deliver(), { type: 'confirm-receipt' }], 'received', 'completed'],
    ['cancelled', [cancel()], 'cancelled', 'cancellations-and-returns'],
  ])('puts an order that is %s into the tabs of its status', (_, commands, buyerTab, sellerTab) => {
    const { buyer, seller } = rowsAfter(...commands);
    expect(buyer).toMatchObject({ tab: buyerTab, inAftercare: false });
    expect(seller?.tab).toBe(sellerTab);
  });

  it('puts an order with a return into the tabs of returns as well', () => {
    const { buyer, seller } = rowsAfter(pay(), confirm, ship(), deliver(), requestReturn());
    expect(buyer).toMatchObject({ tab: 'received', inAftercare: true });
    expect(seller).toMatchObject({ tab: 'in-shipping', inAftercare: true });
  });

  it('puts an order with a claim into the tabs of returns as well, open or decided', () => {
    const claimed = [pay(), confirm, ship(), deliver(), claim()] as const;
    for (const steps of [claimed, [...claimed, resolve('seller')]]) {
      const { buyer, seller } = rowsAfter(...steps);
      expect(buyer).toMatchObject({ tab: 'received', inAftercare: true });
      expect(seller).toMatchObject({ tab: 'in-shipping', inAftercare: true });
    }
  });

  it("puts an order into the seller's tab of cancellations as long as a request waits for an answer", () => {
    const asked = [pay(), confirm, [cancel(), as('buyer', { commandId: 'ask' })]] as const;
    expect(sellerTabsOf(viewAfter(...asked))).toEqual(['ready-to-ship', 'cancellations-and-returns']);
    const answer = { type: 'answer-cancellation', cancellationId: 'ask', approve: false } as const;
    expect(sellerTabsOf(viewAfter(...asked, answer))).toEqual(['ready-to-ship']);
    expect(sellerTabsOf(viewAfter(...asked, { ...answer, approve: true }))).toEqual([
      'cancellations-and-returns',
    ]);
    expect(rowsAfter(...asked, { ...answer, approve: true }).seller).toMatchObject({ inAftercare: true });
  });

  it('holds no personal data', () => {
    expect(JSON.stringify(rowsAfter(pay(), cancel({ note: 'Elm Street' })))).not.toMatch(/Ana|Main St|Elm/);
  });
});
