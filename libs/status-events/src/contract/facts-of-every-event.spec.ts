import { describe, expect, it } from '@jest/globals';
import { createCommand } from '@app/ordering/testing';
import { histories } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';

describe('every status event', () => {
  it('says where an event comes from, what caused it, and whose order it is', () => {
    const [first, second] = statusEventsOf(histories.neverPaidInTime, { imported: true });
    expect(first).toMatchObject({
      specversion: '1.0',
      source: '/orders/o-1',
      partitionkey: 'o-1',
      sequence: 1,
      time: histories.neverPaidInTime[0]!.at,
      correlationid: 'correlation-1',
      causationid: 'command-1',
      logposition: 1n,
      data: {
        orderId: 'o-1',
        checkoutId: 'c-1',
        buyerId: 'b-1',
        sellerId: 's-1',
        revision: 0,
        imported: true,
      },
    });
    expect(first!.data.before).toBeUndefined();
    expect(second).toMatchObject({ sequence: 2, data: { revision: 1, before: first!.data.after } });
  });

  it('names the shop, who did it, the goods that it is about, and what falls due by when', () => {
    const events = statusEventsOf(histories.shippedInTwoPackages);
    const facts = (sequence: number) => {
      const { sellerName, by, goods, deadlines } = events[sequence - 1]!.data;
      return { sellerName, by, goods, deadlines };
    };
    const shop = { sellerName: createCommand.sellerName, by: 'service' };
    expect(facts(1)).toEqual({
      ...shop,
      goods: [
        { lineId: 'shirt', quantity: 2, title: 'Shirt' },
        { lineId: 'mug', quantity: 1, title: 'Mug' },
      ],
      deadlines: [{ timer: 'unpaid-expiry', dueAt: expect.any(String) }],
    });
    expect(facts(8).goods).toEqual([{ lineId: 'mug', quantity: 1, title: 'Mug' }]);
    const completed = statusEventsOf(histories.completedByTimer).find(({ type }) =>
      type.includes('.completed.'),
    );
    expect(completed!.data.by).toBe('timer');
  });

  it('names a status as buyer and seller read it', () => {
    const labels = statusEventsOf(histories.shippedInTwoPackages).map(({ data }) => data.after);
    expect(labels[0]).toEqual({ status: 'AwaitingPayment', buyerLabel: 'To pay' });
    expect(labels[2]).toEqual({
      status: 'OnHold',
      buyerLabel: 'Waiting for delivery',
      sellerLabel: 'New order',
    });
  });
});
