import { describe, expect, it } from '@jest/globals';
import {
  as,
  claim,
  create,
  deliver,
  given,
  goodwill,
  grant,
  pay,
  postMessage,
  receive,
  requestReturn,
  resolve,
  ship,
} from '@app/ordering/testing';
import { histories, statusEventsOf } from '@app/status-events/testing';
import { english } from '@app/words';
import { type Recipient } from './notice.js';
import { noticeOf, noticesOf } from './notices-for.js';
import { allNotices, noticesFor, noticesTo } from './testing/notices-for.js';

describe('notices', () => {
  it('lead a buyer through an order', () => {
    expect(noticesTo('buyer', histories.shippedInTwoPackages)).toEqual([
      'Order placed – Batik House, order o-1: You ordered 2 × Shirt, 1 × Mug from Batik House for €96.00. Please pay by Jan 6, 2026, 5:00 PM GMT+7: the seller starts once it is paid.',
      'Payment received – Batik House, order o-1: We received €90.00 for 2 × Shirt, 1 × Mug. €6.00 is still to be paid.',
      'Payment received – Batik House, order o-1: We received €6.00 for 2 × Shirt, 1 × Mug.',
      'Your order goes to the seller – Batik House, order o-1: Batik House gets your order of 2 × Shirt, 1 × Mug now. If you want to cancel it, you can still ask the seller.',
      'Order confirmed – Batik House, order o-1: Batik House is preparing 2 × Shirt, 1 × Mug.',
      'Package packed – Batik House, order o-1: Batik House packed 2 × Shirt for JNE, tracking number JNE1. It should arrive by January 10, 2026.',
      'Package on its way – Batik House, order o-1: 2 × Shirt from Batik House is on its way with JNE, tracking number JNE1. It should arrive by January 10, 2026.',
      'Package packed – Batik House, order o-1: Batik House packed 1 × Mug for JNE, tracking number JNE2. It should arrive by January 12, 2026.',
      'Package on its way – Batik House, order o-1: 1 × Mug from Batik House is on its way with JNE, tracking number JNE2. It should arrive by January 12, 2026.',
      'Package delivered – Batik House, order o-1: 2 × Shirt from Batik House has arrived.',
      'Package delivered – Batik House, order o-1: 1 × Mug from Batik House has arrived.',
      'Everything has arrived – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House has arrived. Please confirm that you have it; otherwise the order is completed on Jan 12, 2026, 5:00 PM GMT+7. If something is wrong, ask for a return.',
      'Order completed – Batik House, order o-1: Thank you for confirming that you have 2 × Shirt, 1 × Mug.',
      'How was it? – Batik House, order o-1: Tell Batik House and other buyers how 2 × Shirt, 1 × Mug was.',
      'Return requested – Batik House, order o-1: You asked Batik House to take back 1 × Shirt. The seller has to answer by Jan 7, 2026, 7:00 AM GMT+7.',
    ]);
  });

  it('lead a seller through an order, from its payment on', () => {
    expect(noticesTo('seller', histories.shippedInTwoPackages)).toEqual([
      'New order – order o-1: Somebody ordered 2 × Shirt, 1 × Mug. The buyer may still cancel it until Jan 5, 2026, 6:00 PM GMT+7.',
      'Order to confirm – order o-1: The buyer of 2 × Shirt, 1 × Mug cannot cancel at once any more. Check the order and confirm it. Send it by Jan 8, 2026, 7:00 AM GMT+7.',
      'Order confirmed – order o-1: Pack and send 2 × Shirt, 1 × Mug by Jan 8, 2026, 7:00 AM GMT+7.',
      'Package packed – order o-1: The package with 2 × Shirt is ready for JNE, tracking number JNE1.',
      'Package handed over – order o-1: 2 × Shirt is on its way to the buyer with JNE, tracking number JNE1.',
      'Package packed – order o-1: The package with 1 × Mug is ready for JNE, tracking number JNE2.',
      'Package handed over – order o-1: 1 × Mug is on its way to the buyer with JNE, tracking number JNE2.',
      'Order delivered – order o-1: 2 × Shirt, 1 × Mug has reached the buyer.',
      'Order completed – order o-1: The buyer has confirmed the receipt of 2 × Shirt, 1 × Mug.',
      'The buyer asks for a return – order o-1: The buyer wants to send back 1 × Shirt. Reason: damaged. Without an answer by Jan 7, 2026, 7:00 AM GMT+7 the return is granted.',
    ]);
  });

  it('promise no money where the whole price has gone back already (M20)', () => {
    const arrived = [create(), pay(), { type: 'confirm' }, ship(), deliver(), goodwill(9600)] as const;
    const returned = given(...arrived, requestReturn(), grant, receive()).events;
    expect(noticesTo('seller', returned).at(-1)).toBe(
      'Return ended – order o-1: The return of 1 × Shirt is done. Nothing more goes back to the buyer.',
    );
    const claimed = given(...arrived, claim(), resolve('buyer')).events;
    expect(noticesTo('seller', claimed).at(-1)).toBe(
      'Claim decided – order o-1: The claim about 1 × Mug was decided for the buyer. Nothing more goes back.',
    );
  });

  it('tell a seller at once of an order that is paid on delivery', () => {
    const cash = given(create({ paymentMethod: 'cash-on-delivery' })).events;
    expect(noticesTo('seller', cash)).toEqual([
      'New order – order o-1: Somebody ordered 2 × Shirt, 1 × Mug. Check the order and confirm it. Send it by Jan 8, 2026, 7:00 AM GMT+7.',
    ]);
    expect(noticesTo('buyer', cash)).toEqual([expect.not.stringContaining('as soon as it is paid')]);
  });

  it('tell both of cancellations, and the buyer of the money', () => {
    expect(noticesTo('buyer', histories.cancellationsAskedFor).slice(3)).toEqual([
      'Cancellation requested – Batik House, order o-1: You asked Batik House to cancel 2 × Shirt. It is not sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Cancellation declined – Batik House, order o-1: Batik House has declined your cancellation, so the order of 2 × Shirt, 1 × Mug goes on.',
      'Cancellation requested – Batik House, order o-1: You asked Batik House to cancel 2 × Shirt. It is not sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Cancellation granted – Batik House, order o-1: Batik House has granted your cancellation.',
      'Items cancelled – Batik House, order o-1: 2 × Shirt from Batik House will not be sent. Reason: change of mind.',
      'Refund on its way – Batik House, order o-1: €72.00 goes back to you the way you paid. You should have it by January 23, 2026.',
      'Order cancelled – Batik House, order o-1: 1 × Mug from Batik House will not be sent. Reason: out of stock.',
      'Refund on its way – Batik House, order o-1: €24.00 goes back to you the way you paid. You should have it by January 23, 2026.',
    ]);
    const asked =
      'The buyer asks to cancel – order o-1: The buyer asks you to cancel 2 × Shirt. Reason: change of mind. Do not send it before you have answered. Without an answer by Jan 6, 2026, 5:00 PM GMT+7 it is cancelled.';
    expect(noticesTo('seller', histories.cancellationsAskedFor)).toEqual([
      'New order – order o-1: Somebody ordered 2 × Shirt, 1 × Mug. Check the order and confirm it. Send it by Jan 8, 2026, 7:00 AM GMT+7.',
      'Order confirmed – order o-1: Pack and send 2 × Shirt, 1 × Mug by Jan 8, 2026, 7:00 AM GMT+7.',
      asked,
      asked,
      'Items cancelled – order o-1: Do not send 2 × Shirt. Reason: change of mind.',
      'Order cancelled – order o-1: Do not send 1 × Mug. Reason: out of stock.',
    ]);
  });

  it('tell both of changes, and the buyer what is to be paid for them', () => {
    expect(
      noticesTo('buyer', histories.changesAskedFor).filter((text) => /^(Address|Change|Order ch)/.test(text)),
    ).toEqual([
      'Address changed – Batik House, order o-1: 2 × Shirt, 1 × Mug goes to the new address.',
      'Change of address requested – Batik House, order o-1: You asked Batik House to send 2 × Shirt, 1 × Mug to another address. It is not sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Address not changed – Batik House, order o-1: Batik House has declined the new address, so 2 × Shirt, 1 × Mug goes to the old one.',
      'Change of address requested – Batik House, order o-1: You asked Batik House to send 2 × Shirt, 1 × Mug to another address. It is not sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Change requested – Batik House, order o-1: You asked Batik House for 3 × Shirt instead of 2 × Shirt. Nothing is sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Change granted – Batik House, order o-1: Batik House has granted your change. It is made once €40.44 is paid, by Jan 6, 2026, 5:00 PM GMT+7 at the latest.',
      'Order changed – Batik House, order o-1: Changed as you asked: 3 × Shirt instead of 2 × Shirt. Everything else in your order from Batik House stays.',
      'Change requested – Batik House, order o-1: You asked Batik House for 2 × Shirt (XL) instead of 3 × Shirt. Nothing is sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Order changed – Batik House, order o-1: Changed as you asked: 2 × Shirt (XL) instead of 3 × Shirt. Everything else in your order from Batik House stays.',
      'Change requested – Batik House, order o-1: You asked Batik House for 3 × Shirt (XL) instead of 2 × Shirt (XL). Nothing is sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
      'Change not made – Batik House, order o-1: Batik House has declined your change, so your order of 2 × Shirt (XL), 1 × Mug stays as it was.',
      'Change requested – Batik House, order o-1: You asked Batik House for 3 × Shirt (XL) instead of 2 × Shirt (XL). Nothing is sent before the seller has answered, which has to be by Jan 6, 2026, 5:00 PM GMT+7.',
    ]);
    expect(noticesTo('buyer', histories.changesThatNobodyGoesOnWith).slice(-3)).toEqual([
      'Address not changed – Batik House, order o-1: Batik House did not answer in time, so 2 × Shirt, 1 × Mug goes to the old address.',
      'Change not made – Batik House, order o-1: Your change was not paid in time, so your order of 2 × Shirt, 1 × Mug stays as it was.',
      'Refund on its way – Batik House, order o-1: €1.00 goes back to you the way you paid. You should have it by January 26, 2026.',
    ]);
    const seller = noticesTo('seller', histories.changesAskedFor);
    expect(seller[0]).toMatch(/^New order/);
    expect(new Set(seller.slice(2))).toEqual(
      new Set([
        'Address not changed – order o-1: Send 2 × Shirt, 1 × Mug to the address that stands in the order.',
        'Change not made – order o-1: The order of 2 × Shirt (XL), 1 × Mug stays as it was.',
        'Order changed – order o-1: Changed: 2 × Shirt (XL) instead of 3 × Shirt. Everything else stays. Look at the order before you pack.',
        'Order changed – order o-1: Changed: 3 × Shirt instead of 2 × Shirt. Everything else stays. Look at the order before you pack.',
        'The buyer asks for a change – order o-1: The buyer asks for 2 × Shirt (XL) instead of 3 × Shirt. Answer by Jan 6, 2026, 5:00 PM GMT+7, and do not send it before.',
        'The buyer asks for a change – order o-1: The buyer asks for 3 × Shirt (XL) instead of 2 × Shirt (XL). Answer by Jan 6, 2026, 5:00 PM GMT+7, and do not send it before.',
        'The buyer asks for a change – order o-1: The buyer asks for 3 × Shirt instead of 2 × Shirt. Answer by Jan 6, 2026, 5:00 PM GMT+7, and do not send it before.',
        'The buyer asks for another address – order o-1: The buyer of 2 × Shirt, 1 × Mug asks for another address. Look at it in the order and answer by Jan 6, 2026, 5:00 PM GMT+7. Do not send it before.',
        'The buyer asks to cancel – order o-1: The buyer asks you to cancel 2 × Shirt (XL). Reason: change of mind. Do not send it before you have answered. Without an answer by Jan 6, 2026, 5:00 PM GMT+7 it is cancelled.',
        'The buyer no longer asks for a change – order o-1: The order of 2 × Shirt (XL), 1 × Mug stays as it was.',
        'The buyer no longer asks for another address – order o-1: Send 2 × Shirt, 1 × Mug to the address that stands in the order.',
        'The buyer no longer asks to cancel – order o-1: The order of 2 × Shirt (XL), 1 × Mug goes on as it was.',
      ]),
    );
    expect(noticesTo('buyer', histories.paysForAChangeAndCancels)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^Change requested – .*: 3 × Shirt instead of 2 × Shirt costs €40.44 more. The change is made once that is paid, by /,
        ),
        expect.stringContaining('We received €1.00 for 2 × Shirt, 1 × Mug. €39.44 is still to be paid.'),
        'Change not made – Batik House, order o-1: What you wanted to change was cancelled.',
      ]),
    );
    expect(noticesTo('seller', histories.paysForAChangeAndCancels)).toContain(
      'The buyer asks for a change – order o-1: The buyer wants 3 × Shirt instead of 2 × Shirt and has to pay €40.44 for it. Do not send it meanwhile.',
    );
  });

  it('never tell a seller of an order that was not paid in time', () => {
    expect(noticesTo('seller', histories.neverPaidInTime)).toEqual([]);
    expect(noticesTo('buyer', histories.neverPaidInTime).slice(1)).toEqual([
      'Order cancelled – Batik House, order o-1: 2 × Shirt, 1 × Mug from Batik House will not be sent. Reason: it was not paid in time.',
      'Payment received – Batik House, order o-1: We received €96.00 for 2 × Shirt, 1 × Mug. The order had been cancelled, so the money goes back to you.',
      'Refund on its way – Batik House, order o-1: €96.00 goes back to you the way you paid. You should have it by January 27, 2026. Reason: it was paid after it was cancelled.',
    ]);
  });

  it('tell a seller of a new order also where it is paid because the rest was cancelled', () => {
    const notices = allNotices(histories.paidByCancellingTheRest);
    expect(notices.filter(({ recipient }) => recipient.role === 'seller')).toEqual([
      expect.objectContaining({ kind: 'new-order', sequence: 3, recipient: { role: 'seller', id: 's-1' } }),
    ]);
  });

  it('speak Indonesian to whoever wants it, with dates and amounts as they are written there', () => {
    const sent = statusEventsOf(histories.shippedInTwoPackages)
      .flatMap((event) => noticesFor(event, 'id'))
      .map(({ body }) => body);
    expect(sent).toContain(
      'Batik House sudah mengemas 2 × Shirt untuk JNE, nomor resi JNE1. Perkiraan tiba paling lambat 10 Januari 2026.',
    );
    expect(sent).toContain(
      'Kami sudah menerima €90,00 untuk 2 × Shirt, 1 × Mug. Masih ada €6,00 yang harus dibayar.',
    );
    expect(sent).toContain(
      'Pembeli ingin mengembalikan 1 × Shirt. Alasan: rusak. Tanpa jawaban sampai 7 Jan 2026, 07.00 WIB, pengembalian otomatis disetujui.',
    );
  });

  it('say what a timer did', () => {
    expect(noticesTo('buyer', histories.completedByTimer)).toContain(
      'Order completed – Batik House, order o-1: Your order of 2 × Shirt, 1 × Mug was completed, because nobody objected in time.',
    );
  });

  it('tell of words to those who did not write them, and lead to them', () => {
    const words = (role: Recipient['role']) =>
      allNotices(histories.talkedAbout)
        .filter(({ recipient, link }) => recipient.role === role && link !== '/orders/o-1')
        .map(({ title, body, link }) => [title, body, link]);
    expect(words('buyer')).toEqual([
      [
        'You have a message – Batik House, order o-1',
        'Batik House wrote to you about your order of 2 × Shirt, 1 × Mug.',
        '/orders/o-1/messages',
      ],
      [
        'You have a message – Batik House, order o-1',
        'The marketplace wrote to you about your order of 2 × Shirt, 1 × Mug.',
        '/orders/o-1/messages',
      ],
      [
        'How was it? – Batik House, order o-1',
        expect.stringContaining('how 2 × Shirt'),
        '/orders/o-1/review',
      ],
    ]);
    // The seller sees the order from its payment on, and then finds the messages in it.
    expect(words('seller')).toEqual([
      [
        'You have a review – order o-1',
        'The buyer of 2 × Shirt, 1 × Mug gave the order 5 of 5.',
        '/orders/o-1/review',
      ],
    ]);
    const paid = given(create(), pay(), [postMessage(), as('buyer')]).events;
    expect(noticesTo('seller', paid).slice(1)).toEqual([
      'You have a message – order o-1: The buyer wrote to you about the order of 2 × Shirt, 1 × Mug.',
    ]);
  });

  it('tell nobody of imported history', () => {
    const imported = statusEventsOf(histories.shippedInTwoPackages, { imported: true });
    expect(imported.flatMap(noticesOf)).toEqual([]);
  });

  it.each([
    ['EUR', 123456, '€1,234.56'],
    ['JPY', 123456, '¥123,456'],
    ['KWD', 123456, 'KWD 123.456'],
  ])('write amounts as the currency wants it: %s', (currency, unitPrice, text) => {
    const line = { lineId: 'l', productId: 'p', title: 'Thing', quantity: 1, unitPrice };
    const bare = { shippingFee: 0, fees: [], discounts: [], lines: [line], total: unitPrice, currency };
    const { events } = given(create(bare), pay({ amount: unitPrice, currency }));
    expect(noticesTo('buyer', events)).toContain(
      `Payment received – Batik House, order o-1: We received ${text} for 1 × Thing.`,
    );
  });

  it('are one for one act: the first title, and everything else behind it', () => {
    const [approved, cancelled, refunded] = statusEventsOf(histories.cancellationsAskedFor)
      .slice(6, 9)
      .flatMap(noticesOf)
      .filter(({ recipient }) => recipient.role === 'buyer');
    const { title, body, sequence } = noticeOf([approved!, cancelled!, refunded!], english);
    expect([title, sequence]).toEqual(['Items cancelled – Batik House, order o-1', 9]);
    expect(body).toBe(
      'Batik House has granted your cancellation. 2 × Shirt from Batik House will not be sent. Reason: change of mind. ' +
        '€72.00 goes back to you the way you paid. You should have it by January 23, 2026.',
    );
    const packed = statusEventsOf(histories.shippedInTwoPackages).slice(5, 7).flatMap(noticesOf);
    const toBuyer = packed.filter(({ recipient }) => recipient.role === 'buyer');
    expect(noticeOf(toBuyer, english)).toMatchObject({
      title: 'Package on its way – Batik House, order o-1',
      body: '2 × Shirt from Batik House is on its way with JNE, tracking number JNE1. It should arrive by January 10, 2026.',
    });
  });

  it('are none for a seller of what the seller did', () => {
    const seller = { actor: { role: 'seller', id: 's-1' } } as const;
    const [confirmed] = statusEventsOf(histories.shippedInTwoPackages, seller).slice(4, 5);
    expect(noticesOf(confirmed!).map(({ recipient }) => recipient.role)).toEqual(['buyer']);
  });

  it('name the event and the place of the order', () => {
    const [placed] = statusEventsOf(histories.shippedInTwoPackages);
    expect(noticesFor(placed!, 'en')).toEqual([
      expect.objectContaining({
        recipient: { role: 'buyer', id: 'b-1' },
        orderId: 'o-1',
        sequence: 1,
        kind: 'placed',
        link: '/orders/o-1',
        createdAt: placed!.time,
      }),
    ]);
  });
});
