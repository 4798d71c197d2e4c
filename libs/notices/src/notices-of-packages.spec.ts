import { describe, expect, it } from '@jest/globals';
import { create, given, pay, withEbook } from '@app/ordering/testing';
import { histories, statusEventsOf } from '@app/status-events/testing';
import { english } from '@app/words';
import { type Recipient } from './notice.js';
import { noticeOf, noticesOf } from './notices-for.js';
import { noticesFor, noticesTo } from './testing/notices-for.js';

describe('notices of packages', () => {
  it('tell both what became of a package, and what to do about it', () => {
    const textsTo = (role: Recipient['role'], kinds: string[]) =>
      statusEventsOf([...histories.packagesThatDidNotArrive, ...histories.packagesThatNobodyReports])
        .flatMap((event) => noticesFor(event, 'en'))
        .filter(({ recipient, kind }) => recipient.role === role && kinds.includes(kind))
        .map(({ title, body }) => `${title}: ${body}`);
    expect(
      textsTo('buyer', ['delivery-attempted', 'package-held', 'package-returning', 'package-lost']),
    ).toEqual([
      'Nobody took your package – Batik House, order o-1: The carrier could not hand over 1 × Shirt from Batik House and tries again on January 6, 2026. Check the address in the order, and see that somebody is there.',
      'Nobody took your package – Batik House, order o-1: The carrier could not hand over 1 × Shirt from Batik House and tries again. Check the address in the order, and see that somebody is there.',
      'Pick up your package – Batik House, order o-1: 1 × Shirt from Batik House waits for you (Post office Cimahi). Pick it up by January 13, 2026; otherwise it goes back.',
      'Pick up your package – Batik House, order o-1: 1 × Shirt from Batik House waits for you. Pick it up; otherwise it goes back.',
      'Package goes back – Batik House, order o-1: 1 × Shirt was not picked up and goes back to Batik House.',
      'Package goes back – Batik House, order o-1: 1 × Shirt was not accepted and goes back to Batik House.',
      'Package lost – Batik House, order o-1: The carrier has lost 1 × Mug from Batik House.',
      'Package goes back – Batik House, order o-1: 1 × Mug was found and goes back to Batik House.',
      'Package lost – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House counts as lost, because nothing was heard of it.',
    ]);
    expect(
      textsTo('buyer', ['package-corrected', 'mark-taken-back', 'package-overdue', 'package-received-back']),
    ).toEqual([
      'New tracking number – Batik House, order o-1: 1 × Shirt from Batik House goes with JNE, tracking number JNE7.',
      'Package not sent yet – Batik House, order o-1: 1 × Shirt from Batik House has not been sent yet; that it was had been said by mistake.',
      'Package not delivered yet – Batik House, order o-1: 1 × Shirt from Batik House has not been delivered yet; that it was had been said by mistake.',
      'Package is back at the seller – Batik House, order o-1: Batik House has 1 × Shirt back.',
      'Package is back at the seller – Batik House, order o-1: Batik House has 1 × Shirt back.',
      expect.stringMatching(/^Package overdue .* If you have it, confirm the receipt\./),
    ]);
    expect(textsTo('seller', ['package-returning', 'package-overdue'])).toEqual([
      'A package comes back – order o-1: The buyer did not pick up 1 × Shirt. When you have it, record what of it can be sold again. Without a word by Jan 19, 2026, 5:00 PM GMT+7 it counts as lost.',
      expect.stringContaining('The buyer did not accept 1 × Shirt.'),
      expect.stringContaining('1 × Mug was found.'),
      expect.stringMatching(
        /^Find out where a package is .* Ask its carrier, and record what became of it\./,
      ),
    ]);
  });

  it('name the code of a voucher, what it takes off and until when (M16)', () => {
    expect(noticesTo('buyer', histories.madeUpForByVouchers).at(-1)).toMatch(
      /^You have a voucher – Batik House, order o-1: Enter the code V-\w{12} when you next order from Batik House, by Apr 5, 2026, 5:00 PM GMT\+7: it takes €1.00 off. Only you can use it, and once.$/,
    );
  });

  it('tell the buyer of every change of the estimate and of what is offered for a delay, and of no scan', () => {
    expect(noticesTo('buyer', histories.arrangedScannedAndLate).slice(4, -2)).toEqual([
      'Delivery delayed – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House should arrive by January 13, 2026 instead of January 10, 2026.',
      'Package on its way – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House is on its way with JNE, tracking number JNE1. It should arrive by January 13, 2026.',
      'Delivery delayed – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House should arrive by January 20, 2026 instead of January 13, 2026. Cause: the weather. For the wait you get a voucher of €5.00.',
      'Delivery delayed – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House should arrive by January 21, 2026 instead of January 20, 2026. Cause: the customs. The seller pays for faster shipping.',
      'New delivery date – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House should arrive by January 15, 2026 instead of January 21, 2026.',
    ]);
    expect(noticesTo('seller', histories.arrangedScannedAndLate)).toContain(
      'Delivery delayed – order o-1: 2 × Shirt, 1 × Mug should reach the buyer by January 20, 2026 instead of January 13, 2026. Cause: the weather.',
    );
  });

  it('tell of goods without shipping, and what to take out of a package', () => {
    expect(noticesTo('buyer', histories.unpackedAndProvided)).toEqual(
      expect.arrayContaining([
        'Ready for you – Batik House, order o-1: 1 × E-book from Batik House needs no shipping and can be used now.',
        expect.stringMatching(
          /^New delivery date – Batik House, order o-1: .* from Batik House should arrive by January 15, 2026\.$/,
        ),
      ]),
    );
    expect(noticesTo('seller', histories.unpackedAndProvided)).toContain(
      'Take items out of a package – order o-1: Take 1 × Shirt out of package box-2 again: the order was changed after you packed it.',
    );
  });

  it('speak of no sending where nothing is sent', () => {
    const line = { ...withEbook.lines![1]!, unitPrice: 9600 };
    const only = create({ lines: [line], total: 9600, discounts: [], fees: [], shippingFee: 0 });
    const { events } = given(only, pay(), { type: 'confirm' });
    expect(noticesTo('seller', events).slice(0, 2)).toEqual([
      'New order – order o-1: Somebody ordered 1 × E-book. Check the order and confirm it by Jan 8, 2026, 7:00 AM GMT+7.',
      'Order confirmed – order o-1: 1 × E-book needs no shipping, so there is nothing to send.',
    ]);
    const confirmed = statusEventsOf(events).slice(2).flatMap(noticesOf);
    const toBuyer = confirmed.filter(({ recipient }) => recipient.role === 'buyer');
    expect(noticeOf(toBuyer, english)).toMatchObject({
      title: 'Ready for you – Batik House, order o-1',
      body:
        '1 × E-book from Batik House needs no shipping and can be used now. Please confirm that you have everything; ' +
        'otherwise the order is completed on Jan 12, 2026, 5:00 PM GMT+7. If something is wrong, ask for a return.',
    });
  });

  it('do not say that everything has arrived where a package was lost', () => {
    expect(noticesTo('buyer', histories.lostAndDeliveredAfterAll).slice(-2)).toEqual([
      'Nothing more is to come – Batik House, order o-1: 1 × Mug from Batik House never came. Please confirm that you have the rest; otherwise the order is completed on Jan 12, 2026, 5:00 PM GMT+7. If something is wrong, ask for a return.',
      'Package delivered – Batik House, order o-1: 1 × Mug from Batik House has arrived after all. It had counted as lost, and your refund stays as it is.',
    ]);
    expect(noticesTo('seller', histories.lostAndDeliveredAfterAll).at(-1)).toBe(
      'Order delivered – order o-1: All but 1 × Mug has reached the buyer.',
    );
  });
});
