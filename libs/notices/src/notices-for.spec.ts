import { describe, expect, it } from '@jest/globals';
import { type OrderEvent } from '@app/ordering';
import { as, create, given, pay, say } from '../../ordering/src/testing/scenario.js';
import { histories } from '../../status-events/src/testing/histories.js';
import { statusEventsOf } from '../../status-events/src/testing/status-events-of.js';
import { type Recipient } from './notice.js';
import { tellingsOf } from './notices-for.js';
import { noticesFor } from './testing/notices-for.js';

const noticesOf = (history: readonly OrderEvent[]) =>
  statusEventsOf(history).flatMap((event) => noticesFor(event, 'en'));

/** What one of the two reads, each notice as "title: body". */
const toldTo = (role: Recipient['role'], history: readonly OrderEvent[]): string[] =>
  noticesOf(history)
    .filter(({ recipient }) => recipient.role === role)
    .map(({ title, body }) => `${title}: ${body}`);

describe('notices', () => {
  it('lead a buyer through an order', () => {
    expect(toldTo('buyer', histories.shippedInTwoPackages)).toEqual([
      'Order placed: You ordered 3 items for €96.00. The seller gets to work as soon as it is paid.',
      'Payment received: We received €90.00. €6.00 is still to be paid.',
      'Payment received: We received €6.00.',
      'Your order goes to the seller: The time to cancel at once is over. You can still ask the seller to cancel.',
      'Order confirmed: The seller is preparing your order.',
      'Package packed: A package with 2 items goes with jne, tracking number JNE1. It should arrive by January 10, 2026.',
      'Package on its way: A package with 2 items of your order is on its way.',
      'Package packed: A package with 1 item goes with jne, tracking number JNE2. It should arrive by January 12, 2026.',
      'Package on its way: A package with 1 item of your order is on its way.',
      'Package delivered: A package with 2 items of your order has arrived.',
      'Package delivered: A package with 1 item of your order has arrived.',
      'Everything has arrived: Please confirm that you have received it. If something is wrong, ask for a return.',
      'Order completed: Thank you for confirming the receipt.',
      'How was it?: Your order is completed. Tell the seller and other buyers how it was.',
      'Return requested: You asked the seller to take back 1 item.',
    ]);
  });

  it('lead a seller through an order, from its payment on', () => {
    expect(toldTo('seller', histories.shippedInTwoPackages)).toEqual([
      'New order: An order has come in. The buyer may still cancel it for a while.',
      'Order waits for you: The buyer cannot cancel it at once any more. Check it and confirm it.',
      'Order confirmed: The order is yours to pack and to ship now.',
      'Package packed: A package with 2 items is ready for jne, tracking number JNE1.',
      'Package handed over: A package with 2 items is on its way to the buyer.',
      'Package packed: A package with 1 item is ready for jne, tracking number JNE2.',
      'Package handed over: A package with 1 item is on its way to the buyer.',
      'Order delivered: Everything has reached the buyer.',
      'Order completed: The buyer has confirmed the receipt.',
      'The buyer asks for a return: The buyer wants to send back 1 item. Reason: damaged.',
    ]);
  });

  it('tell a seller at once of an order that is paid on delivery', () => {
    const cash = given(create({ paymentMethod: 'cash-on-delivery' })).events;
    expect(toldTo('seller', cash)).toEqual(['New order: An order waits for you. Check it and confirm it.']);
    expect(toldTo('buyer', cash)).toEqual([expect.not.stringContaining('as soon as it is paid')]);
  });

  it('tell both of cancellations, and the buyer of the money', () => {
    expect(toldTo('buyer', histories.cancellationsAskedFor).slice(3)).toEqual([
      'Cancellation requested: You asked the seller to cancel 2 items. Nothing of that is shipped before the seller has answered.',
      'Cancellation declined: The seller has declined your request to cancel, so the order goes on.',
      'Cancellation requested: You asked the seller to cancel 2 items. Nothing of that is shipped before the seller has answered.',
      'Cancellation granted: The seller has granted your request to cancel.',
      'Items cancelled: 2 items of your order will not be sent. Reason: the buyer changed their mind.',
      'Refund on its way: €72.00 goes back to you the way you paid. You should have it by January 23, 2026. Reason: items were cancelled.',
      'Order cancelled: 1 item of your order will not be sent. Reason: out of stock.',
      'Refund on its way: €24.00 goes back to you the way you paid. You should have it by January 23, 2026. Reason: items were cancelled.',
    ]);
    const asked =
      'The buyer asks to cancel: The buyer asks you to cancel 2 items. Reason: the buyer changed their mind. Do not ship them before you have answered.';
    expect(toldTo('seller', histories.cancellationsAskedFor)).toEqual([
      'New order: An order waits for you. Check it and confirm it.',
      'Order confirmed: The order is yours to pack and to ship now.',
      asked,
      asked,
      'Items cancelled: Do not send 2 items of this order. Reason: the buyer changed their mind.',
      'Order cancelled: Do not send 1 item of this order. Reason: out of stock.',
    ]);
  });

  it('tell the buyer of every change of the estimate and of what is offered for a delay, and of no scan', () => {
    expect(toldTo('buyer', histories.arrangedScannedAndLate).slice(4, -2)).toEqual([
      'Delivery delayed: Your order should arrive by January 13, 2026 instead of January 10, 2026.',
      'Package on its way: A package with 3 items of your order is on its way.',
      'Delivery delayed: A package should arrive by January 20, 2026 instead of January 13, 2026. Cause: the weather. For your patience you get a voucher of €5.00; you find it in the order.',
      'Delivery delayed: A package should arrive by January 21, 2026 instead of January 20, 2026. Cause: the customs. It is sent on faster at no cost to you.',
      'New delivery estimate: A package should arrive by January 15, 2026 instead of January 21, 2026.',
    ]);
    expect(toldTo('seller', histories.arrangedScannedAndLate)).toContain(
      'Delivery delayed: A package should reach the buyer by January 20, 2026 instead of January 13, 2026. Cause: the weather.',
    );
  });

  it('tell of goods without shipping, and what to take out of a package', () => {
    expect(toldTo('buyer', histories.unpackedAndProvided)).toEqual(
      expect.arrayContaining([
        'Ready for you: 1 item of your order came without shipping and can be used now.',
        'New delivery estimate: Your order should arrive by January 15, 2026.',
      ]),
    );
    expect(toldTo('seller', histories.unpackedAndProvided)).toContain(
      'Unpack cancelled items: Take 1 item out of package box-2 again, the order was changed after you had packed it.',
    );
  });

  it('do not say that everything has arrived where a package was lost', () => {
    expect(toldTo('buyer', histories.lostAndDeliveredAfterAll).slice(-2)).toEqual([
      'Nothing more is to come: 1 item of your order never came. Please confirm that you have received the rest. If something is wrong, ask for a return.',
      'Package delivered: A package with 1 item of your order has arrived after all. It had counted as lost, and your refund stays as it is.',
    ]);
    expect(toldTo('seller', histories.lostAndDeliveredAfterAll).at(-1)).toBe(
      'Order delivered: All but 1 item has reached the buyer.',
    );
  });

  it('tell both of changes, and the buyer what is to be paid for them', () => {
    expect(toldTo('buyer', histories.changesAskedFor).filter((text) => /hange/.test(text))).toEqual([
      'Address changed: Your order goes to the new address.',
      'Change of address requested: You asked for another address. Nothing is shipped before the seller has answered.',
      'Change not made: The seller has declined your change, so the order goes on as it was.',
      'Change of address requested: You asked for another address. Nothing is shipped before the seller has answered.',
      'Change requested: You asked to change your order. Nothing is shipped before the seller has answered.',
      'Change granted: The seller has granted your change. It is made as soon as €40.00 is paid.',
      'Order changed: Your order was changed as you asked.',
      'Change requested: You asked to change your order. Nothing is shipped before the seller has answered.',
      'Order changed: Your order was changed as you asked.',
      'Refund on its way: €40.00 goes back to you the way you paid. You should have it by January 23, 2026. Reason: the order was changed.',
      'Change requested: You asked to change your order. Nothing is shipped before the seller has answered.',
      'Change not made: The seller has declined your change, so the order goes on as it was.',
      'Change requested: You asked to change your order. Nothing is shipped before the seller has answered.',
    ]);
    expect(toldTo('buyer', histories.changesThatNobodyGoesOnWith).slice(-3)).toEqual([
      'Change not made: Your order goes on as it was. Reason: the seller did not answer in time.',
      'Change not made: Your order goes on as it was. Reason: it was not paid in time.',
      'Refund on its way: €1.00 goes back to you the way you paid. You should have it by January 26, 2026. Reason: the order was changed.',
    ]);
    const seller = toldTo('seller', histories.changesAskedFor);
    expect(seller[0]).toMatch(/^New order/);
    expect(new Set(seller.slice(2))).toEqual(
      new Set([
        'The buyer asks for another address: Look at the new address and answer. Do not ship before you have answered.',
        'The buyer no longer asks for a change: The request is withdrawn. The order stays as it is.',
        'The buyer asks for a change: The buyer asks for another size, colour or quantity. Do not ship before you have answered.',
        'Order changed: The buyer has changed the order. Look at it before you pack.',
        'Change not made: The change that the buyer asked for is not made. Go on with the order as it is.',
        'The buyer asks to cancel: The buyer asks you to cancel 2 items. Reason: the buyer changed their mind. Do not ship them before you have answered.',
        'The buyer no longer asks to cancel: The request is withdrawn. The order goes on.',
      ]),
    );
    expect(toldTo('buyer', histories.paysForAChangeAndCancels)).toEqual(
      expect.arrayContaining([
        'Change requested: Your change costs €40.00 more. It is made as soon as that is paid.',
        'Payment received: We received €1.00. €39.00 is still to be paid.',
        'Change not made: What you wanted to change was cancelled.',
      ]),
    );
    expect(toldTo('seller', histories.paysForAChangeAndCancels)).toContain(
      'The buyer asks for a change: The buyer changes the order and has to pay €40.00 for it. Do not ship meanwhile.',
    );
  });

  it('never tell a seller of an order that was not paid in time', () => {
    expect(toldTo('seller', histories.neverPaidInTime)).toEqual([]);
    expect(toldTo('buyer', histories.neverPaidInTime).slice(1)).toEqual([
      'Order cancelled: 3 items of your order will not be sent. Reason: it was not paid in time.',
      'Payment received: We received €96.00. The order was cancelled before, so the money goes back to you.',
      'Refund on its way: €96.00 goes back to you the way you paid. You should have it by January 27, 2026. Reason: it was paid after it was cancelled.',
    ]);
  });

  it('tell a seller of a new order also where it is paid because the rest was cancelled', () => {
    const notices = noticesOf(histories.paidByCancellingTheRest);
    expect(notices.filter(({ recipient }) => recipient.role === 'seller')).toEqual([
      expect.objectContaining({ kind: 'new-order', sequence: 3, recipient: { role: 'seller', id: 's-1' } }),
    ]);
  });

  it('speak Indonesian to whoever wants it, with dates and amounts as they are written there', () => {
    const told = statusEventsOf(histories.shippedInTwoPackages)
      .flatMap((event) => noticesFor(event, 'id'))
      .map(({ body }) => body);
    expect(told).toContain(
      'Paket berisi 2 barang dikirim dengan jne, nomor resi JNE1. Perkiraan tiba paling lambat 10 Januari 2026.',
    );
    expect(told).toContain('Kami telah menerima €90,00. Masih tersisa €6,00 yang harus dibayar.');
    expect(told).toContain('Pembeli ingin mengembalikan 1 barang. Alasan: rusak.');
  });

  it('lead both through a return, a claim and their refunds', () => {
    expect(toldTo('buyer', histories.returnedAndClaimed).slice(8)).toEqual([
      'Return requested: You asked the seller to take back 1 item.',
      'The seller makes an offer: You can keep the items and get €10.00 back, or decline and send them back.',
      'Offer declined: Please send the items back in time and enter the tracking number.',
      'Return received: The seller has your return.',
      'Refund on its way: €36.00 goes back to you the way you paid. You should have it by January 8, 2026. Reason: items were sent back.',
      'Return ended: Your return is done.',
      'Return requested: You asked the seller to take back 1 item.',
      'The seller makes an offer: You can keep the items and get €10.00 back, or decline and send them back.',
      'Refund on its way: €10.00 goes back to you the way you paid. You should have it by January 8, 2026. Reason: you keep the items.',
      'Claim received: The seller has to answer your claim about 1 item: not received.',
      'The seller answered your claim: The seller disputes your claim. You can ask the marketplace to decide.',
      'The marketplace decides: We look at your claim and decide it.',
      'Claim decided: Your claim was granted.',
      'Refund on its way: €18.00 goes back to you the way you paid. You should have it by January 8, 2026. Reason: your claim was granted.',
      'Nothing more is to come: 1 item of your order never came. Please confirm that you have received the rest. If something is wrong, ask for a return.',
      'Refund on its way: €1.00 goes back to you the way you paid. You should have it by January 8, 2026. Reason: goodwill of the marketplace.',
      'Refund delayed: We could not pay €1.00 back to you yet. Reason: the payment provider has a problem. You need not do anything.',
      'Refund tried again: We try again to pay €1.00 back to you. You should have it by January 8, 2026.',
      'Refund delayed: We could not pay €1.00 back to you yet. Reason: the payment provider has a problem. You need not do anything.',
      'Refund tried again: We try again to pay €1.00 back to you. You should have it by January 8, 2026.',
      'Refund delayed: We could not pay €1.00 back to you yet. Reason: the payment provider has a problem. You need not do anything.',
      'We take care of your refund: Paying €1.00 back to you failed several times. A person takes care of it now.',
      'Refund paid out: We have paid €1.00 back to you.',
    ]);
    expect(toldTo('seller', histories.returnedAndClaimed).slice(6)).toEqual([
      'The buyer asks for a return: The buyer wants to send back 1 item. Reason: damaged.',
      'Offer not accepted: The buyer sends the items back.',
      'A return is on its way: The buyer sent it with jne, tracking number JNE9. Please confirm when you have it.',
      'Return ended: The buyer gets the money back.',
      'The buyer asks for a return: The buyer wants to send back 1 item. Reason: damaged.',
      'Offer accepted: The buyer keeps the items and gets €10.00 back.',
      'The buyer makes a claim: The buyer complains about 1 item: not received. Answer in time, or the marketplace decides.',
      "The marketplace decides: We look at the buyer's claim and decide it.",
      'Claim decided: The claim was decided for the buyer, who gets the money back.',
      'Order delivered: All but 1 item has reached the buyer.',
    ]);
  });

  it('tell of cases that nobody went on with', () => {
    expect(toldTo('buyer', histories.casesThatNobodyGoesOnWith).slice(7)).toEqual([
      'Return requested: You asked the seller to take back 1 item.',
      'Return declined: The seller does not take the items back. If they are damaged or wrong, you can make a claim.',
      'Return requested: You asked the seller to take back 1 item.',
      'The seller makes an offer: You can keep the items and get €0.01 back, or decline and send them back.',
      'Return requested: You asked the seller to take back 1 item.',
      'Return granted: Please send the items back in time and enter the tracking number.',
      'Claim received: The seller has to answer your claim about 1 item: damaged.',
      'Refund on its way: €1.00 goes back to you the way you paid. You should have it by January 23, 2026. Reason: goodwill of the marketplace.',
      'Refund delayed: We could not pay €1.00 back to you yet. Reason: the payment provider has a problem. You need not do anything.',
      'Refund tried again: We try again to pay €1.00 back to you. You should have it by February 12, 2026.',
      'The marketplace decides: We look at your claim and decide it.',
      'The offer has lapsed: Please send the items back in time and enter the tracking number.',
      'Return received: The seller has not said anything in time, so your return counts as received.',
      'Refund on its way: €36.00 goes back to you the way you paid. You should have it by February 12, 2026. Reason: items were sent back.',
      'Return ended: Your return is done.',
      'Refund on its way: €0.01 goes back to you the way you paid. You should have it by February 12, 2026. Reason: goodwill of the marketplace.',
    ]);
    expect(toldTo('seller', histories.casesThatNobodyGoesOnWith).slice(5)).toEqual([
      'The buyer asks for a return: The buyer wants to send back 1 item. Reason: damaged.',
      'The buyer asks for a return: The buyer wants to send back 1 item. Reason: damaged.',
      'The buyer asks for a return: The buyer wants to send back 1 item. Reason: damaged.',
      'Return granted: The buyer sends the items back.',
      'A return is on its way: The buyer sent it with jne, tracking number JNE9. Please confirm when you have it.',
      'The buyer makes a claim: The buyer complains about 1 item: damaged. Answer in time, or the marketplace decides.',
      "The marketplace decides: We look at the buyer's claim and decide it.",
      'Offer not accepted: The buyer sends the items back.',
      'Return ended: The buyer gets the money back.',
    ]);
  });

  it('say what a timer did', () => {
    expect(toldTo('buyer', histories.completedByTimer)).toContain(
      'Order completed: Your order was completed automatically.',
    );
  });

  it('tell of words to those who did not write them, and lead to them', () => {
    const words = (role: Recipient['role']) =>
      noticesOf(histories.talkedAbout)
        .filter(({ recipient, link }) => recipient.role === role && link !== '/orders/o-1')
        .map(({ title, body, link }) => [title, body, link]);
    expect(words('buyer')).toEqual([
      ['You have a message', 'The seller wrote to you about this order.', '/orders/o-1/messages'],
      ['You have a message', 'The marketplace wrote to you about this order.', '/orders/o-1/messages'],
      ['How was it?', expect.stringContaining('how it was'), '/orders/o-1/review'],
    ]);
    // The seller sees the order from its payment on, and then finds the messages in it.
    expect(words('seller')).toEqual([
      ['You have a review', 'The buyer gave this order 5 of 5.', '/orders/o-1/review'],
    ]);
    const paid = given(create(), pay(), [say(), as('buyer')]).events;
    expect(toldTo('seller', paid).slice(1)).toEqual([
      'You have a message: The buyer wrote to you about this order.',
    ]);
  });

  it('tell nobody of imported history', () => {
    const imported = statusEventsOf(histories.shippedInTwoPackages, { imported: true });
    expect(imported.flatMap(tellingsOf)).toEqual([]);
  });

  it.each([
    ['EUR', 123456, '€1,234.56'],
    ['JPY', 123456, '¥123,456'],
    ['KWD', 123456, 'KWD 123.456'],
  ])('write amounts as the currency wants it: %s', (currency, unitPrice, text) => {
    const line = { lineId: 'l', productId: 'p', title: 'Thing', quantity: 1, unitPrice };
    const bare = { shippingFee: 0, fees: [], discounts: [], lines: [line], total: unitPrice, currency };
    const { events } = given(create(bare), pay({ amount: unitPrice, currency }));
    expect(toldTo('buyer', events)).toContain(`Payment received: We received ${text}.`);
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
