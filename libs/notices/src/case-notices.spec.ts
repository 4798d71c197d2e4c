import { describe, expect, it } from '@jest/globals';
import { histories } from '@app/status-events/testing';
import { noticesTo } from './testing/notices-for.js';

describe('notices of cases', () => {
  it('lead both through a return, a claim and their refunds', () => {
    expect(noticesTo('buyer', histories.returnedAndClaimed).slice(8)).toEqual([
      'Return requested – Batik House, order o-1: You asked Batik House to take back 1 × Shirt. The seller has to answer by Jan 7, 2026, 7:00 AM GMT+7.',
      'The seller makes an offer – Batik House, order o-1: You can keep 1 × Shirt and get €10.00 back from Batik House, or decline and send it back. Please answer by Jan 10, 2026, 5:00 PM GMT+7.',
      'Offer declined – Batik House, order o-1: Please send 1 × Shirt back to Batik House by Jan 10, 2026, 5:00 PM GMT+7 and enter the tracking number in the order. If you do not find the address there, ask the seller with a message. Batik House pays for the way back.',
      'Return received – Batik House, order o-1: Batik House has 1 × Shirt back.',
      'Refund on its way – Batik House, order o-1: €38.40 goes back to you the way you paid. You should have it by January 8, 2026.',
      'Return ended – Batik House, order o-1: Your return of 1 × Shirt is done.',
      'Return requested – Batik House, order o-1: You asked Batik House to take back 1 × Shirt. The seller has to answer by Jan 7, 2026, 7:00 AM GMT+7.',
      'The seller makes an offer – Batik House, order o-1: You can keep 1 × Shirt and get €10.00 back from Batik House, or decline and send it back. Please answer by Jan 10, 2026, 5:00 PM GMT+7.',
      'Refund on its way – Batik House, order o-1: €10.00 goes back to you the way you paid. You should have it by January 8, 2026. Reason: you keep the items.',
      'Claim received – Batik House, order o-1: Batik House has to answer your claim about 1 × Mug (not received) by Jan 8, 2026, 7:00 AM GMT+7.',
      'The seller answered your claim – Batik House, order o-1: Batik House disputes your claim about 1 × Mug. You can ask the marketplace to decide by Jan 12, 2026, 5:00 PM GMT+7; otherwise the claim ends.',
      'The marketplace decides – Batik House, order o-1: We look at your claim about 1 × Mug and decide it. Without a decision by Jan 13, 2026, 7:00 AM GMT+7 it is granted.',
      'Claim decided – Batik House, order o-1: Your claim about 1 × Mug was granted.',
      'Refund on its way – Batik House, order o-1: €19.20 goes back to you the way you paid. You should have it by January 8, 2026.',
      'Nothing more is to come – Batik House, order o-1: 1 × Mug from Batik House never came. Please confirm that you have the rest; otherwise the order is completed on Jan 12, 2026, 5:00 PM GMT+7. If something is wrong, ask for a return.',
      'Refund on its way – Batik House, order o-1: €1.00 goes back to you the way you paid. You should have it by January 8, 2026. Reason: goodwill of the marketplace.',
      'Refund delayed – Batik House, order o-1: We could not pay €1.00 back to you yet. We try again on Jan 5, 2026, 11:00 PM GMT+7, and you need not do anything.',
      'Refund tried again – Batik House, order o-1: We try again to pay €1.00 back to you. You should have it by January 8, 2026.',
      'Refund delayed – Batik House, order o-1: We could not pay €1.00 back to you yet. We try again on Jan 5, 2026, 11:00 PM GMT+7, and you need not do anything.',
      'Refund tried again – Batik House, order o-1: We try again to pay €1.00 back to you. You should have it by January 8, 2026.',
      'Refund delayed – Batik House, order o-1: We could not pay €1.00 back to you yet. We try again on Jan 5, 2026, 11:00 PM GMT+7, and you need not do anything.',
      'We take care of your refund – Batik House, order o-1: Paying €1.00 back to you failed several times. One of us takes care of it now.',
      'Refund paid out – Batik House, order o-1: We have paid €1.00 back to you for 2 × Shirt, 1 × Mug.',
    ]);
    expect(noticesTo('seller', histories.returnedAndClaimed).slice(6)).toEqual([
      'The buyer asks for a return – order o-1: The buyer wants to send back 1 × Shirt. Reason: damaged. Without an answer by Jan 7, 2026, 7:00 AM GMT+7 the return is granted.',
      'Offer not accepted – order o-1: The buyer sends back 1 × Shirt by Jan 10, 2026, 5:00 PM GMT+7. You pay for the way back: give the buyer a label for it, or say how you pay.',
      'A return is on its way – order o-1: The buyer sent 1 × Shirt back with JNE, tracking number JNE9. Please confirm when you have it. Without an answer by Jan 13, 2026, 5:00 PM GMT+7 it counts as received.',
      'Return ended – order o-1: The return of 1 × Shirt is done, and the buyer gets the money back.',
      'The buyer asks for a return – order o-1: The buyer wants to send back 1 × Shirt. Reason: damaged. Without an answer by Jan 7, 2026, 7:00 AM GMT+7 the return is granted.',
      'Offer accepted – order o-1: The buyer keeps 1 × Shirt and gets €10.00 back.',
      'The buyer makes a claim – order o-1: The buyer makes a claim about 1 × Mug: not received. Answer by Jan 8, 2026, 7:00 AM GMT+7, or the marketplace decides.',
      "The marketplace decides – order o-1: We look at the buyer's claim about 1 × Mug and decide it. Without a decision by Jan 13, 2026, 7:00 AM GMT+7 it is granted.",
      'Claim decided – order o-1: The claim about 1 × Mug was decided for the buyer, who gets the money back.',
      'Order delivered – order o-1: All but 1 × Mug has reached the buyer.',
    ]);
  });

  it('tell of cases that nobody went on with', () => {
    expect(noticesTo('buyer', histories.casesThatNobodyGoesOnWith).slice(7)).toEqual([
      'Return requested – Batik House, order o-1: You asked Batik House to take back 1 × Shirt. The seller has to answer by Jan 7, 2026, 7:00 AM GMT+7.',
      'Return declined – Batik House, order o-1: Batik House does not take back 1 × Shirt. If it came damaged or is not what you ordered, you can make a claim.',
      'Return requested – Batik House, order o-1: You asked Batik House to take back 1 × Shirt. The seller has to answer by Jan 7, 2026, 7:00 AM GMT+7.',
      'The seller makes an offer – Batik House, order o-1: You can keep 1 × Shirt and get €0.01 back from Batik House, or decline and send it back. Please answer by Jan 10, 2026, 8:00 PM GMT+7.',
      'Return requested – Batik House, order o-1: You asked Batik House to take back 1 × Shirt. The seller has to answer by Jan 7, 2026, 7:00 AM GMT+7.',
      'Return granted – Batik House, order o-1: Please send 1 × Shirt back to Batik House by Jan 10, 2026, 10:00 PM GMT+7 and enter the tracking number in the order. If you do not find the address there, ask the seller with a message. Batik House pays for the way back.',
      'Claim received – Batik House, order o-1: Batik House has to answer your claim about 1 × Mug (damaged) by Jan 8, 2026, 7:00 AM GMT+7.',
      'Refund on its way – Batik House, order o-1: €1.00 goes back to you the way you paid. You should have it by January 23, 2026. Reason: goodwill of the marketplace.',
      'Refund delayed – Batik House, order o-1: We could not pay €1.00 back to you yet. We try again on Jan 6, 2026, 8:00 AM GMT+7, and you need not do anything.',
      'Refund tried again – Batik House, order o-1: We try again to pay €1.00 back to you. You should have it by February 12, 2026.',
      'The marketplace decides – Batik House, order o-1: We look at your claim about 1 × Mug and decide it. Without a decision by Jan 31, 2026, 7:00 AM GMT+7 it is granted.',
      'The offer has lapsed – Batik House, order o-1: Please send 1 × Shirt back to Batik House by Jan 30, 2026, 4:00 PM GMT+7 and enter the tracking number in the order. If you do not find the address there, ask the seller with a message. Batik House pays for the way back.',
      'Return received – Batik House, order o-1: Batik House did not answer in time, so 1 × Shirt counts as received.',
      'Refund on its way – Batik House, order o-1: €38.40 goes back to you the way you paid. You should have it by February 12, 2026.',
      'Return ended – Batik House, order o-1: Your return of 1 × Shirt is done.',
      'Refund on its way – Batik House, order o-1: €0.01 goes back to you the way you paid. You should have it by February 12, 2026. Reason: goodwill of the marketplace.',
    ]);
    expect(noticesTo('seller', histories.casesThatNobodyGoesOnWith).slice(5)).toEqual([
      'The buyer asks for a return – order o-1: The buyer wants to send back 1 × Shirt. Reason: damaged. Without an answer by Jan 7, 2026, 7:00 AM GMT+7 the return is granted.',
      'The buyer asks for a return – order o-1: The buyer wants to send back 1 × Shirt. Reason: damaged. Without an answer by Jan 7, 2026, 7:00 AM GMT+7 the return is granted.',
      'The buyer asks for a return – order o-1: The buyer wants to send back 1 × Shirt. Reason: damaged. Without an answer by Jan 7, 2026, 7:00 AM GMT+7 the return is granted.',
      'Return granted – order o-1: The buyer sends back 1 × Shirt by Jan 10, 2026, 10:00 PM GMT+7. You pay for the way back: give the buyer a label for it, or say how you pay.',
      'A return is on its way – order o-1: The buyer sent 1 × Shirt back with JNE, tracking number JNE9. Please confirm when you have it. Without an answer by Jan 13, 2026, 11:00 PM GMT+7 it counts as received.',
      'The buyer makes a claim – order o-1: The buyer makes a claim about 1 × Mug: damaged. Answer by Jan 8, 2026, 7:00 AM GMT+7, or the marketplace decides.',
      "The marketplace decides – order o-1: We look at the buyer's claim about 1 × Mug and decide it. Without a decision by Jan 31, 2026, 7:00 AM GMT+7 it is granted.",
      'Offer not accepted – order o-1: The buyer sends back 1 × Shirt by Jan 30, 2026, 4:00 PM GMT+7. You pay for the way back: give the buyer a label for it, or say how you pay.',
      'Return ended – order o-1: The return of 1 × Shirt is done, and the buyer gets the money back.',
    ]);
  });
});
