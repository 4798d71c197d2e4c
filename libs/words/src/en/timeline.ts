/** What happened to an order, in one sentence for its buyer and one for its seller. */
export const timeline = {
  'timeline.placed.buyer': 'You placed the order.',
  'timeline.placed.seller': 'The buyer placed the order.',
  'timeline.payment-captured.buyer':
    'Your payment{method, select, none {} other { {method}}} of {amount} arrived.{outstanding, select, none {} other { {outstanding} is still to be paid.}}',
  'timeline.payment-captured.seller':
    'The buyer paid {amount}{method, select, none {} other { {method}}}.{outstanding, select, none {} other { {outstanding} is still to be paid.}}',
  'timeline.hold-released.buyer': 'The order went on to the seller.',
  'timeline.hold-released.seller': 'The order can be confirmed now.',
  'timeline.confirmed.buyer': 'The seller confirmed your order.',
  'timeline.confirmed.seller':
    'The order was confirmed{automatically, select, true { automatically} other {}}.',
  'timeline.stock-missing.buyer': 'The seller has to see whether everything is in stock.',
  'timeline.stock-missing.seller': 'Not confirmed automatically, because it is not in stock: {goods}.',
  'timeline.shipment-late.buyer': 'The seller is late in sending your order.',
  'timeline.shipment-late.seller': 'The time to send the order is over.',
  'timeline.goods-provided.buyer': 'Provided without shipping: {goods}.',
  'timeline.goods-provided.seller': 'Provided without shipping: {goods}.',
  'timeline.package-arranged.buyer': 'The seller packed {goods}.',
  'timeline.package-arranged.seller': 'A package was made of {goods}.',
  'timeline.package-unpacked.buyer': 'Cancelled goods left a package: {goods}.',
  'timeline.package-unpacked.seller': 'Cancelled goods left a package: {goods}.',
  'timeline.shipped.buyer': 'A package was handed to {carrier}, tracking number {trackingNumber}.',
  'timeline.shipped.seller': 'A package was handed to {carrier}, tracking number {trackingNumber}.',
  'timeline.package-scanned.buyer': '{carrier}: {scan}{place, select, none {} other { ({place})}}',
  'timeline.package-scanned.seller': '{carrier}: {scan}{place, select, none {} other { ({place})}}',
  'timeline.delayed.buyer':
    '{ofPackage, select, true {A package} other {The delivery}} is delayed and expected by {newEstimate}.{cause, select, none {} other { Cause: {cause}.}}{voucher, select, none {} other { To make up for it: a voucher of {voucher}.}}{fasterShipping, select, true { To make up for it: faster shipping.} other {}}',
  'timeline.delayed.seller':
    '{ofPackage, select, true {A package} other {The delivery}} is delayed and expected by {newEstimate}.{cause, select, none {} other { Cause: {cause}.}}{voucher, select, none {} other { To make up for it: a voucher of {voucher}.}}{fasterShipping, select, true { To make up for it: faster shipping.} other {}}',
  'timeline.estimate-changed.buyer':
    '{ofPackage, select, true {A package} other {The delivery}} is now expected by {newEstimate}.',
  'timeline.estimate-changed.seller':
    '{ofPackage, select, true {A package} other {The delivery}} is now expected by {newEstimate}.',
  'timeline.package-delivered.buyer':
    '{by, select, buyer {You confirmed that you have {goods}} other {{carrier} delivered {goods}}}{wasLost, select, true { after all. It had counted as lost, and your refund stays as it is} other {}}.',
  'timeline.package-delivered.seller':
    "{by, select, buyer {The buyer confirmed to have {goods}} other {{carrier} delivered {goods}}}{wasLost, select, true { after all. It had counted as lost, and the buyer's refund stays as it is} other {}}.",
  'timeline.delivery-attempted.buyer':
    '{carrier} could not hand over {goods}.{until, select, none {} other { The next attempt is on {until}.}}',
  'timeline.delivery-attempted.seller':
    '{carrier} could not hand over {goods}.{until, select, none {} other { The next attempt is on {until}.}}',
  'timeline.package-held.buyer':
    '{goods} waits for you to pick it up{place, select, none {} other { ({place})}}{until, select, none {} other {, until {until}}}.',
  'timeline.package-held.seller':
    '{goods} waits for the buyer to pick it up{place, select, none {} other { ({place})}}{until, select, none {} other {, until {until}}}.',
  'timeline.package-returning.buyer':
    '{reasonCode, select, refused {{goods} was not accepted and goes back to the seller.} unclaimed {{goods} was not picked up and goes back to the seller.} found {{goods} was found and goes back to the seller.} other {{goods} could not be delivered and goes back to the seller.}}',
  'timeline.package-returning.seller':
    '{reasonCode, select, refused {The buyer did not accept {goods}: it comes back.} unclaimed {The buyer did not pick up {goods}: it comes back.} found {{goods} was found and comes back.} other {{goods} could not be delivered and comes back.}}',
  'timeline.package-received-back.buyer': 'The seller has {goods} back.',
  'timeline.package-received-back.seller': '{goods} is back.',
  'timeline.package-lost.buyer':
    '{reasonCode, select, damaged {{goods} was damaged on its way and does not come.} overdue {{goods} counts as lost, because nothing was heard of it.} other {{carrier} lost {goods}.}}',
  'timeline.package-lost.seller':
    '{reasonCode, select, damaged {{goods} was damaged on its way.} overdue {{goods} counts as lost, because nothing was heard of it.} other {{carrier} lost {goods}.}}',
  'timeline.package-overdue.buyer': '{goods} is overdue: nothing was heard of it.',
  'timeline.package-overdue.seller': '{goods} is overdue: nothing was heard of it.',
  'timeline.package-corrected.buyer': 'The package goes with {carrier}, tracking number {trackingNumber}.',
  'timeline.package-corrected.seller': 'The package goes with {carrier}, tracking number {trackingNumber}.',
  'timeline.mark-taken-back.buyer':
    '{mark, select, shipped {The package has not left yet; this had been said by mistake.} other {The package has not been delivered yet; this had been said by mistake.}}',
  'timeline.mark-taken-back.seller':
    '{mark, select, shipped {The package has not left yet; this had been said by mistake.} other {The package has not been delivered yet; this had been said by mistake.}}',
  'timeline.delivered.buyer':
    '{lost, select, none {Everything has arrived.} other {Nothing more is to come: {lost} never arrived.}}',
  'timeline.delivered.seller':
    '{lost, select, none {Everything has reached the buyer.} other {Nothing more is to reach the buyer: {lost} never arrived.}}',
  'timeline.completed.buyer':
    '{automatically, select, true {The order was completed automatically, {days, plural, =1 {# day} other {# days}} after delivery.} other {You confirmed the receipt.}}',
  'timeline.completed.seller':
    '{automatically, select, true {The order was completed automatically, {days, plural, =1 {# day} other {# days}} after delivery.} other {The buyer confirmed the receipt.}}',
  'timeline.lines-cancelled.buyer':
    '{reasonCode, select, unpaid {The order was not paid in time and was cancelled.} not_shipped {{goods} was not sent in time and was cancelled.} other {{canceller, select, buyer {You} seller {The seller} other {The marketplace}} cancelled {goods}{reason, select, none {} other { ({reason})}}.}}',
  'timeline.lines-cancelled.seller':
    '{reasonCode, select, unpaid {The order was not paid in time and was cancelled.} not_shipped {{goods} was not sent in time and was cancelled.} other {{canceller, select, buyer {The buyer} seller {You} other {The marketplace}} cancelled {goods}{reason, select, none {} other { ({reason})}}.}}',
  'timeline.cancellation-requested.buyer': 'You asked to cancel {goods}.',
  'timeline.cancellation-requested.seller':
    'The buyer asks to cancel {goods}{reason, select, none {} other { ({reason})}}.',
  'timeline.cancellation-approved.buyer':
    '{automatically, select, true {The seller did not answer in time, so the cancellation was granted.} other {The seller agreed to the cancellation.}}',
  'timeline.cancellation-approved.seller':
    '{automatically, select, true {The cancellation was not answered in time, so it was granted.} other {The cancellation was granted.}}',
  'timeline.cancellation-rejected.buyer': 'The seller declined the cancellation.',
  'timeline.cancellation-rejected.seller': 'The cancellation was declined.',
  'timeline.cancellation-withdrawn.buyer': 'You withdrew your request to cancel.',
  'timeline.cancellation-withdrawn.seller': 'The buyer withdrew the request to cancel.',
  'timeline.address-change-requested.buyer':
    'You asked for another address{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'timeline.address-change-requested.seller':
    'The buyer asks for another address{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'timeline.address-change-applied.buyer':
    'The order goes to the new address{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'timeline.address-change-applied.seller':
    'The order goes to another address{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'timeline.address-change-rejected.buyer':
    '{reasonCode, select, cancelled {Your change fell away with what was cancelled.} unanswered {The address stays, because the seller did not answer in time.} other {The seller declined the new address.}}',
  'timeline.address-change-rejected.seller':
    '{reasonCode, select, cancelled {The change fell away with what was cancelled.} unanswered {The address stays, because the change was not answered in time.} other {The new address was declined.}}',
  'timeline.address-change-withdrawn.buyer': 'You withdrew your change of address.',
  'timeline.address-change-withdrawn.seller': 'The buyer withdrew the change of address.',
  'lines-change.replaced': '{wanted} instead of {replaced}',
  'lines-change.added': '{wanted} in addition',
  'lines-change.removed': 'the order without {replaced}',
  'timeline.lines-change-requested.buyer':
    'You asked for {change}{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'timeline.lines-change-requested.seller':
    'The buyer asks for {change}{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'timeline.lines-change-approved.buyer':
    'The seller agreed to your change{surcharge, select, none {} other {, for {surcharge} more}}: it is made when that is paid.',
  'timeline.lines-change-approved.seller':
    'The change was granted: it is made when the buyer has paid for it.',
  'timeline.lines-change-applied.buyer':
    'Changed: {change}{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}. Everything else stays.',
  'timeline.lines-change-applied.seller':
    'Changed: {change}{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}. Everything else stays.',
  'timeline.lines-change-rejected.buyer':
    '{reasonCode, select, cancelled {Your change fell away with what was cancelled.} unanswered {Your change was not made, because the seller did not answer in time.} unpaid {Your change was not made, because it was not paid in time.} other {The seller declined your change.}}',
  'timeline.lines-change-rejected.seller':
    '{reasonCode, select, cancelled {The change fell away with what was cancelled.} unanswered {The change was not made, because it was not answered in time.} unpaid {The change was not made, because the buyer did not pay for it in time.} other {The change was declined.}}',
  'timeline.lines-change-withdrawn.buyer': 'You withdrew your change.',
  'timeline.lines-change-withdrawn.seller': 'The buyer withdrew the change.',
  'timeline.message-posted.buyer':
    '{from, select, buyer {You} seller {The seller} other {The marketplace}} wrote a message.',
  'timeline.message-posted.seller':
    '{from, select, buyer {The buyer} seller {You} other {The marketplace}} wrote a message.',
  'timeline.review-requested.buyer': 'You were asked how the order was.',
  'timeline.review-requested.seller': 'The buyer was asked for a review.',
  'timeline.review-submitted.buyer': 'You gave the order {score} of 5.',
  'timeline.review-submitted.seller': 'The buyer gave the order {score} of 5.',
  'timeline.payment-authorisation-reported.buyer':
    '{outcomeCode, select, authorised {{amount} is set aside for your payment.} voided {What was set aside for your payment is free again.} expired {What was set aside for your payment is free again.} other {A payment of {amount} did not work.}}',
  'timeline.payment-authorisation-reported.seller':
    "{outcomeCode, select, authorised {{amount} is set aside for the buyer's payment.} other {{amount} is not set aside for a payment any more.}}",
  'timeline.funds-withdrawn.buyer':
    '{kindCode, select, chargeback {Your bank took {amount} back.} refund {The payment provider gave {amount} back to you.} other {Your payment of {amount} did not arrive after all.}}',
  'timeline.funds-withdrawn.seller':
    "{kindCode, select, chargeback {The buyer's bank took {amount} back.} refund {The payment provider gave {amount} back to the buyer.} other {The payment of {amount} did not arrive after all.}}",
  'timeline.withdrawal-closed.buyer':
    '{outcomeCode, select, lost {It stays so that {amount} went back.} other {{amount} is paid again.}}',
  'timeline.withdrawal-closed.seller':
    '{outcomeCode, select, lost {The {amount} that went back are lost.} other {The {amount} that had gone back are here again.}}',
} as const;
