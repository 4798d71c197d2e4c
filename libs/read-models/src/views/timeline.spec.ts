import { describe, expect, it } from '@jest/globals';
import { type OrderEvent, type Role } from '@app/ordering';
import { as, cancel, create, given, pay } from '@app/ordering/testing';
import { histories } from '@app/status-events/testing';
import { english } from '@app/words';
import { entriesOf, viewOf } from '../testing/entries.js';
import { timelineTexts } from './timeline-texts.js';

const timelineOf = (events: readonly OrderEvent[], role?: Role) => viewOf(entriesOf(events, role)).timeline;

/** What the buyer and what the seller reads, a line per event. */
function sentencesOf(events: readonly OrderEvent[], role?: Role, locale = english): string[] {
  const { view, timeline } = viewOf(entriesOf(events, role));
  return timeline.map((row) => {
    const { buyerLabel, sellerLabel } = timelineTexts(view, row, locale);
    return buyerLabel === sellerLabel ? buyerLabel : `${buyerLabel} | ${sellerLabel}`;
  });
}

describe('timelineRow', () => {
  it('tells an order from its placing to a return', () => {
    expect(sentencesOf(histories.shippedInTwoPackages)).toEqual([
      'You placed the order. | The buyer placed the order.',
      'Your payment by card of €90.00 arrived. €6.00 is still to be paid. | The buyer paid €90.00 by card. €6.00 is still to be paid.',
      'Your payment by card of €6.00 arrived. | The buyer paid €6.00 by card.',
      'The order went on to the seller. | The order can be confirmed now.',
      'The seller confirmed your order. | The order was confirmed.',
      'The seller packed 2 × Shirt. | A package was made of 2 × Shirt.',
      'A package was handed to JNE, tracking number JNE1.',
      'The seller packed 1 × Mug. | A package was made of 1 × Mug.',
      'A package was handed to JNE, tracking number JNE2.',
      'JNE delivered 2 × Shirt.',
      'JNE delivered 1 × Mug.',
      'Everything has arrived. | Everything has reached the buyer.',
      'You confirmed the receipt. | The buyer confirmed the receipt.',
      'You were asked how the order was. | The buyer was asked for a review.',
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
    ]);
  });

  it('tells it in Indonesian', () => {
    const indonesian = { language: 'id', timeZone: 'Asia/Jakarta' } as const;
    expect(sentencesOf(histories.shippedInTwoPackages, 'service', indonesian).slice(2, 7)).toEqual([
      'Pembayaranmu dengan kartu sebesar €6,00 sudah masuk. | Pembeli membayar €6,00 dengan kartu.',
      'Pesanan diteruskan ke penjual. | Pesanan sudah bisa dikonfirmasi.',
      'Penjual mengonfirmasi pesananmu. | Pesanan dikonfirmasi.',
      'Penjual mengemas 2 × Shirt. | Paket dibuat berisi 2 × Shirt.',
      'Paket diserahkan ke JNE, nomor resi JNE1.',
    ]);
  });

  it('tells of a return, a claim and their refunds', () => {
    expect(sentencesOf(histories.returnedAndClaimed, 'buyer').slice(8)).toEqual([
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
      'The seller offers €10.00 if you keep 1 × Shirt. | €10.00 was offered to the buyer for keeping 1 × Shirt.',
      'You declined the offer. | The buyer declined the offer.',
      'You sent 1 × Shirt back with JNE, tracking number JNE9. | The buyer sent 1 × Shirt back with JNE, tracking number JNE9.',
      'On the way back: Carrier: in.',
      'The seller has the goods back. | The return has arrived.',
      'A refund of €38.40 is on its way to you, expected by January 8, 2026. | A refund of €38.40 to the buyer was started.',
      'The return is done.',
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
      'The seller offers €10.00 if you keep 1 × Shirt. | €10.00 was offered to the buyer for keeping 1 × Shirt.',
      'You took the offer of €10.00 and keep 1 × Shirt. | The buyer took the offer of €10.00.',
      'A refund of €10.00 is on its way to you, expected by January 8, 2026. | A refund of €10.00 to the buyer was started.',
      'You made a claim about 1 × Mug: not received. | The buyer made a claim about 1 × Mug: not received.',
      'The seller disputes your claim. | The claim was disputed.',
      'You asked the marketplace to decide the claim. | The buyer asked the marketplace to decide the claim.',
      'The claim was decided for you. | The claim was decided for the buyer.',
      'A refund of €19.20 is on its way to you, expected by January 8, 2026. | A refund of €19.20 to the buyer was started.',
      'Nothing more is to come: 1 × Mug never arrived. | Nothing more is to reach the buyer: 1 × Mug never arrived.',
      'A refund of €1.00 is on its way to you, expected by January 8, 2026. | A refund of €1.00 to the buyer was started.',
      'The refund of €1.00 could not be paid out.',
      'The refund of €1.00 is tried again, expected by January 8, 2026. | The refund of €1.00 is tried again.',
      'The refund of €1.00 could not be paid out.',
      'The refund of €1.00 is tried again, expected by January 8, 2026. | The refund of €1.00 is tried again.',
      'The refund of €1.00 could not be paid out.',
      'The marketplace takes care of the refund of €1.00 in person.',
      'The refund of €1.00 was paid out to you. | The refund of €1.00 was paid out.',
    ]);
  });

  it('tells of cases that nobody went on with', () => {
    expect(sentencesOf(histories.casesThatNobodyGoesOnWith, 'buyer').slice(7)).toEqual([
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
      'The seller declined the return. | The return was declined.',
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
      'The seller offers €0.01 if you keep 1 × Shirt. | €0.01 was offered to the buyer for keeping 1 × Shirt.',
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
      'The seller agreed to the return. | The return was granted.',
      'You sent 1 × Shirt back with JNE, tracking number JNE9. | The buyer sent 1 × Shirt back with JNE, tracking number JNE9.',
      'You made a claim about 1 × Mug: damaged. | The buyer made a claim about 1 × Mug: damaged.',
      'A refund of €1.00 is on its way to you, expected by January 23, 2026. | A refund of €1.00 to the buyer was started.',
      'The refund of €1.00 could not be paid out.',
      'The refund of €1.00 is tried again, expected by February 12, 2026. | The refund of €1.00 is tried again.',
      'The marketplace decides the claim, because the seller did not answer in time. | The marketplace decides the claim, because it was not answered in time.',
      'The offer was not answered in time and has lapsed.',
      'The return counts as received, because nothing was said in time.',
      'A refund of €38.40 is on its way to you, expected by February 12, 2026. | A refund of €38.40 to the buyer was started.',
      'The return is done.',
      'A refund of €0.01 is on its way to you, expected by February 12, 2026. | A refund of €0.01 to the buyer was started.',
    ]);
  });

  it('does not say that everything has arrived where a package was lost, and tells when it comes after all', () => {
    expect(sentencesOf(histories.lostAndDeliveredAfterAll).slice(-2)).toEqual([
      'Nothing more is to come: 1 × Mug never arrived. | Nothing more is to reach the buyer: 1 × Mug never arrived.',
      "JNE delivered 1 × Mug after all. It had counted as lost, and your refund stays as it is. | JNE delivered 1 × Mug after all. It had counted as lost, and the buyer's refund stays as it is.",
    ]);
  });

  it('tells of cases that the buyer took back', () => {
    expect(sentencesOf(histories.withdrawnCases, 'buyer').slice(-4)).toEqual([
      'You asked to return 1 × Shirt. | The buyer asks to return 1 × Shirt (damaged).',
      'You withdrew the return. | The buyer withdrew the return.',
      'You made a claim about 1 × Mug: damaged. | The buyer made a claim about 1 × Mug: damaged.',
      'You withdrew your claim. | The buyer withdrew the claim.',
    ]);
  });

  it('tells what became of requests to cancel', () => {
    expect(sentencesOf(histories.cancellationsAskedFor, 'buyer').slice(3, 9)).toEqual([
      'You asked to cancel 2 × Shirt. | The buyer asks to cancel 2 × Shirt (change of mind).',
      'The seller declined the cancellation. | The cancellation was declined.',
      'You asked to cancel 2 × Shirt. | The buyer asks to cancel 2 × Shirt (change of mind).',
      'The seller agreed to the cancellation. | The cancellation was granted.',
      'You cancelled 2 × Shirt (change of mind). | The buyer cancelled 2 × Shirt (change of mind).',
      'A refund of €72.00 is on its way to you, expected by January 23, 2026. | A refund of €72.00 to the buyer was started.',
    ]);
  });

  it('tells of vouchers, and who pays for them', () => {
    expect(sentencesOf(histories.madeUpForByVouchers).filter((text) => text.startsWith('You got'))).toEqual([
      expect.stringMatching(
        /^You got a voucher of €5.00: V-\w{12}, valid until Apr 5, 2026, 5:00 PM GMT\+7\. \| .* You pay for it\.$/,
      ),
      expect.stringMatching(/^You got a voucher of €1.00: .* The marketplace pays for it\.$/),
    ]);
  });

  it('tells of scans, delays and estimates', () => {
    expect(sentencesOf(histories.arrangedScannedAndLate).slice(4, 11)).toEqual([
      'The delivery is delayed and expected by January 13, 2026.',
      'A package was handed to JNE, tracking number JNE1.',
      'JNE: The package has arrived at a depot. (Cimahi depot)',
      'JNE: The carrier has collected the package.',
      'A package is delayed and expected by January 20, 2026. Cause: the weather. To make up for it: a voucher of €5.00.',
      'A package is delayed and expected by January 21, 2026. Cause: the customs. To make up for it: faster shipping.',
      'A package is now expected by January 15, 2026.',
    ]);
  });

  it('tells of goods that need no shipping, and of units that left a package', () => {
    expect(sentencesOf(histories.unpackedAndProvided)).toEqual(
      expect.arrayContaining([
        'Provided without shipping: 1 × E-book.',
        'Cancelled goods left a package: 1 × Shirt.',
      ]),
    );
  });

  it.each<[Role, string]>([
    ['buyer', 'You cancelled 2 × Shirt, 1 × Mug. | The buyer cancelled 2 × Shirt, 1 × Mug.'],
    ['seller', 'The seller cancelled 2 × Shirt, 1 × Mug. | You cancelled 2 × Shirt, 1 × Mug.'],
    ['platform', 'The marketplace cancelled 2 × Shirt, 1 × Mug.'],
  ])('names the %s who cancelled', (role, sentence) => {
    const { events } = given(create(), [cancel({ reason: 'other' }), as(role)]);
    expect(sentencesOf(events, role).at(-1)).toBe(sentence);
  });

  it('tells what timers did', () => {
    expect(sentencesOf(histories.neverPaidInTime)[1]).toBe(
      'The order was not paid in time and was cancelled.',
    );
    expect(sentencesOf(histories.completedByTimer)).toContain(
      'The order was completed automatically, 7 days after delivery.',
    );
    expect(timelineOf(histories.neverPaidInTime)[1]!.facts).toMatchObject({ by: 'timer', reason: 'unpaid' });
  });

  it('tells who wrote, and never what', () => {
    expect(sentencesOf(histories.talkedAbout).slice(1, 4)).toEqual([
      'You wrote a message. | The buyer wrote a message.',
      'The seller wrote a message. | You wrote a message.',
      'The marketplace wrote a message.',
    ]);
    expect(sentencesOf(histories.talkedAbout).at(-1)).toBe(
      'You gave the order 5 of 5. | The buyer gave the order 5 of 5.',
    );
  });

  it('tells of changes and their price', () => {
    expect(
      sentencesOf(histories.changesAskedFor).filter((text) => /[Cc]hang(?!e of mind)|address/.test(text)),
    ).toEqual([
      'The order goes to the new address. | The order goes to another address.',
      'You asked for another address. | The buyer asks for another address.',
      'The seller declined the new address. | The new address was declined.',
      'You asked for another address. | The buyer asks for another address.',
      'You withdrew your change of address. | The buyer withdrew the change of address.',
      'The seller agreed to your change, for €40.44 more: it is made when that is paid. | The change was granted: it is made when the buyer has paid for it.',
      'Changed: 3 × Shirt instead of 2 × Shirt, for €40.44 more. Everything else stays.',
      'Changed: 2 × Shirt (XL) instead of 3 × Shirt, for €40.44 less. Everything else stays.',
      'The seller declined your change. | The change was declined.',
      'You withdrew your change. | The buyer withdrew the change.',
    ]);
    expect(sentencesOf(histories.changesAskedFor)).toContain(
      'You asked for 3 × Shirt instead of 2 × Shirt, for €40.44 more. | The buyer asks for 3 × Shirt instead of 2 × Shirt, for €40.44 more.',
    );
    expect(
      sentencesOf(histories.linesAddedAndTakenOut).filter((sentence) => sentence.startsWith('Changed')),
    ).toEqual([
      'Changed: 1 × Hat (M) instead of 1 × Mug, for €9.10 less. Everything else stays.',
      'Changed: 1 × Hat (L) instead of 1 × Hat (M), for €4.55 more. Everything else stays.',
      'Changed: the order without 1 × Hat (L), for €13.65 less. Everything else stays.',
    ]);
    expect(sentencesOf(histories.paysForAChangeAndCancels)).toContain(
      'Your change fell away with what was cancelled. | The change fell away with what was cancelled.',
    );
  });

  it('tells of changes that nobody went on with', () => {
    expect(sentencesOf(histories.changesThatNobodyGoesOnWith).slice(-3)).toEqual([
      'The address stays, because the seller did not answer in time. | The address stays, because the change was not answered in time.',
      'Your change was not made, because it was not paid in time. | The change was not made, because the buyer did not pay for it in time.',
      'A refund of €1.00 is on its way to you, expected by January 26, 2026. | A refund of €1.00 to the buyer was started.',
    ]);
  });

  it('says nothing of a means or a reason that is "other"', () => {
    const { events } = given(create(), pay({ method: 'other' }));
    expect(sentencesOf(events).at(-1)).toBe('Your payment of €96.00 arrived. | The buyer paid €96.00.');
  });

  it('names two lines of goods at most', () => {
    const { lines } = create();
    const many = [1, 2, 3, 4].map((n) => ({
      ...lines[0]!,
      lineId: `l-${n}`,
      title: `Shirt ${n}`,
      quantity: 1,
    }));
    const { events } = given(create({ lines: many, total: 15_600 }), cancel({ reason: 'other' }));
    expect(sentencesOf(events, 'buyer').at(-1)).toContain(
      'You cancelled 1 × Shirt 1, 1 × Shirt 2 and 2 more.',
    );
  });

  it('gives the particulars as facts, and no personal data', () => {
    const { events } = given(create(), pay({ method: 'bank-transfer' }), [
      cancel({ note: 'I moved to Elm Street' }),
      as('buyer'),
    ]);
    const timeline = timelineOf(events);
    expect(timeline[1]!.facts).toEqual({
      by: 'service',
      paymentId: 'pay-1',
      method: 'bank-transfer',
      amount: 9600,
      currency: 'EUR',
      outstanding: 0,
    });
    const everything = Object.values(histories).flatMap((history) => timelineOf(history));
    expect(JSON.stringify([timeline, everything])).not.toMatch(
      /Elm Street|Main St|Ana|pictures\.example|SORRY-5/,
    );
  });
});
