/**
 * Notices to buyers and sellers about an order. One act of somebody makes one notice: the first title, and the bodies
 * one after the other, so that each body stands for itself and begins a sentence.
 */
export const notices = {
  'notice.heading.buyer': '{title} – {shop}, order {order}',
  'notice.heading.seller': '{title} – order {order}',
  'notice.placed.buyer.title': 'Order placed',
  'notice.placed.buyer.body':
    'You ordered {goods} from {shop} for {total}.{due, select, none {} other { Please pay by {due}: the seller starts once it is paid.}}',
  'notice.payment-captured.buyer.title': 'Payment received',
  'notice.payment-captured.buyer.body':
    'We received {amount} for {goods}.{outstanding, select, none {} other { {outstanding} is still to be paid.}}{orderCancelled, select, true { The order had been cancelled, so the money goes back to you.} other {}}',
  'notice.hold-released.buyer.title': 'Your order goes to the seller',
  'notice.hold-released.buyer.body':
    '{shop} gets your order of {goods} now. If you want to cancel it, you can still ask the seller.',
  'notice.hold-released.seller.title': 'Order to confirm',
  'notice.hold-released.seller.body':
    'The buyer of {goods} cannot cancel at once any more. Check the order and confirm it{shipBy, select, none {.} other {{toSend, select, none { by {shipBy}.} other {. Send it by {shipBy}.}}}}',
  'notice.confirmed.buyer.title': 'Order confirmed',
  'notice.confirmed.buyer.body':
    '{toSend, select, none {{shop} has confirmed your order of {goods}.} other {{shop} is preparing {toSend}.}}',
  'notice.confirmed.seller.title': 'Order confirmed{automatically, select, true { automatically} other {}}',
  'notice.confirmed.seller.body':
    '{toSend, select, none {{goods} needs no shipping, so there is nothing to send.} other {Pack and send {toSend}{shipBy, select, none {} other { by {shipBy}}}.}}',
  'notice.stock-missing.seller.title': 'Order not confirmed: out of stock',
  'notice.stock-missing.seller.body':
    'Your stock lacks {goods}. Add to the stock and confirm the order, or cancel these items.',
  'notice.shipment-late.buyer.title': 'Your order is late',
  'notice.shipment-late.buyer.body':
    '{shop} should have sent {goods} by now. We have reminded the seller.{lateCancel, select, none {} other { What is not packed by {lateCancel} is cancelled, and you get your money back.}}',
  'notice.shipment-late.seller.title': 'Send this order now',
  'notice.shipment-late.seller.body':
    'The time to send {goods} is over.{lateCancel, select, none {} other { What is not packed by {lateCancel} is cancelled.}}',
  'notice.goods-provided.buyer.title': 'Ready for you',
  'notice.goods-provided.buyer.body': '{goods} from {shop} needs no shipping and can be used now.',
  'notice.package-arranged.buyer.title': 'Package packed',
  'notice.package-arranged.buyer.body':
    '{shop} packed {goods} for {carrier}, tracking number {trackingNumber}.{estimatedDelivery, select, none {} other { It should arrive by {estimatedDelivery}.}}',
  'notice.package-arranged.seller.title': 'Package packed',
  'notice.package-arranged.seller.body':
    'The package with {goods} is ready for {carrier}, tracking number {trackingNumber}.',
  'notice.package-unpacked.seller.title': 'Take items out of a package',
  'notice.package-unpacked.seller.body':
    'Take {goods} out of package {packageId} again: the order was changed after you packed it.',
  'notice.shipped.buyer.title': 'Package on its way',
  'notice.shipped.buyer.body':
    '{goods} from {shop} is on its way with {carrier}, tracking number {trackingNumber}.{estimatedDelivery, select, none {} other { It should arrive by {estimatedDelivery}.}}',
  'notice.shipped.seller.title': 'Package handed over',
  'notice.shipped.seller.body':
    '{goods} is on its way to the buyer with {carrier}, tracking number {trackingNumber}.',
  'notice.delayed.buyer.title': 'Delivery delayed',
  'notice.delayed.buyer.body':
    '{goods} from {shop} should arrive by {newEstimate}{previousEstimate, select, none {} other { instead of {previousEstimate}}}.{cause, select, none {} other { Cause: {cause}.}}{voucher, select, none {} other { For the wait you get a voucher of {voucher}.}}{fasterShipping, select, true { The seller pays for faster shipping.} other {}}',
  'notice.delayed.seller.title': 'Delivery delayed',
  'notice.delayed.seller.body':
    '{goods} should reach the buyer by {newEstimate}{previousEstimate, select, none {} other { instead of {previousEstimate}}}.{cause, select, none {} other { Cause: {cause}.}}',
  'notice.estimate-changed.buyer.title': 'New delivery date',
  'notice.estimate-changed.buyer.body':
    '{goods} from {shop} should arrive by {newEstimate}{previousEstimate, select, none {} other { instead of {previousEstimate}}}.',
  'notice.package-delivered.buyer.title': 'Package delivered',
  'notice.package-delivered.buyer.body':
    '{goods} from {shop} has arrived{wasLost, select, true { after all. It had counted as lost, and your refund stays as it is} other {}}.',
  'notice.delivery-attempted.buyer.title': 'Nobody took your package',
  'notice.delivery-attempted.buyer.body':
    'The carrier could not hand over {goods} from {shop}{until, select, none { and tries again} other { and tries again on {until}}}. Check the address in the order, and see that somebody is there.',
  'notice.package-held.buyer.title': 'Pick up your package',
  'notice.package-held.buyer.body':
    '{goods} from {shop} waits for you{place, select, none {} other { ({place})}}. Pick it up{until, select, none {} other { by {until}}}; otherwise it goes back.',
  'notice.package-returning.buyer.title': 'Package goes back',
  'notice.package-returning.buyer.body':
    '{reasonCode, select, refused {{goods} was not accepted and goes back to {shop}.} unclaimed {{goods} was not picked up and goes back to {shop}.} found {{goods} was found and goes back to {shop}.} other {{goods} could not be delivered and goes back to {shop}.}}',
  'notice.package-returning.seller.title': 'A package comes back',
  'notice.package-returning.seller.body':
    '{reasonCode, select, refused {The buyer did not accept {goods}.} unclaimed {The buyer did not pick up {goods}.} found {{goods} was found.} other {{goods} could not be delivered.}} When you have it, record what of it can be sold again.{packageLost, select, none {} other { Without a word by {packageLost} it counts as lost.}}',
  'notice.package-received-back.buyer.title': 'Package is back at the seller',
  'notice.package-received-back.buyer.body': '{shop} has {goods} back.',
  'notice.package-lost.buyer.title': 'Package lost',
  'notice.package-lost.buyer.body':
    '{reasonCode, select, damaged {{goods} from {shop} was damaged on its way and does not come.} overdue {{goods} from {shop} counts as lost, because nothing was heard of it.} other {The carrier has lost {goods} from {shop}.}}',
  'notice.package-lost.seller.title': 'Package lost',
  'notice.package-lost.seller.body':
    '{reasonCode, select, damaged {{goods} was damaged on its way.} overdue {{goods} counts as lost, because nothing was heard of it.} other {The carrier has lost {goods}.}} If it comes back to you, record it.',
  'notice.package-overdue.buyer.title': 'Package overdue',
  'notice.package-overdue.buyer.body':
    'Nothing was heard of {goods} from {shop} for long. If you have it, confirm the receipt.{packageLost, select, none {} other { Otherwise it counts as lost on {packageLost}.}}',
  'notice.package-overdue.seller.title': 'Find out where a package is',
  'notice.package-overdue.seller.body':
    'Nothing was heard of {goods} for long. Ask its carrier, and record what became of it.{packageLost, select, none {} other { Otherwise it counts as lost on {packageLost}, and the buyer gets the money back.}}',
  'notice.package-corrected.buyer.title': 'New tracking number',
  'notice.package-corrected.buyer.body':
    '{goods} from {shop} goes with {carrier}, tracking number {trackingNumber}.',
  'notice.mark-taken-back.buyer.title':
    '{mark, select, shipped {Package not sent yet} other {Package not delivered yet}}',
  'notice.mark-taken-back.buyer.body':
    '{mark, select, shipped {{goods} from {shop} has not been sent yet; that it was had been said by mistake.} other {{goods} from {shop} has not been delivered yet; that it was had been said by mistake.}}',
  'notice.mark-taken-back.seller.title':
    '{mark, select, shipped {Package not sent yet} other {Package not delivered yet}}',
  'notice.mark-taken-back.seller.body':
    '{mark, select, shipped {{goods} is still with you.} other {{goods} has not reached the buyer yet; that it had been was said by mistake.}}',
  'notice.delivered.buyer.title':
    '{lost, select, none {Everything has arrived} other {Nothing more is to come}}',
  'notice.delivered.buyer.body':
    '{lost, select, none {{provided, select, true {Please confirm that you have everything} other {{goods} from {shop} has arrived. Please confirm that you have it}}} other {{lost} from {shop} never came. Please confirm that you have the rest}}{autoComplete, select, none {} other {; otherwise the order is completed on {autoComplete}}}. If something is wrong, ask for a return.',
  'notice.delivered.seller.title': 'Order delivered',
  'notice.delivered.seller.body':
    '{lost, select, none {{goods} has reached the buyer.} other {All but {lost} has reached the buyer.}}',
  'notice.completed.buyer.title': 'Order completed',
  'notice.completed.buyer.body':
    '{automatically, select, true {Your order of {goods} was completed, because nobody objected in time.} other {Thank you for confirming that you have {goods}.}}',
  'notice.completed.seller.title': 'Order completed',
  'notice.completed.seller.body':
    '{automatically, select, true {The order of {goods} was completed, because nobody objected in time.} other {The buyer has confirmed the receipt of {goods}.}}',
  'notice.lines-cancelled.buyer.title':
    '{orderCancelled, select, true {Order cancelled} other {Items cancelled}}',
  'notice.lines-cancelled.buyer.body':
    '{goods} from {shop} will not be sent.{reason, select, none {} other { Reason: {reason}.}}',
  'notice.lines-cancelled.seller.title':
    '{orderCancelled, select, true {Order cancelled} other {Items cancelled}}',
  'notice.lines-cancelled.seller.body':
    'Do not send {goods}.{reason, select, none {} other { Reason: {reason}.}}',
  'notice.cancellation-requested.buyer.title': 'Cancellation requested',
  'notice.cancellation-requested.buyer.body':
    'You asked {shop} to cancel {goods}. It is not sent before the seller has answered{answerBy, select, none {} other {, which has to be by {answerBy}}}.',
  'notice.cancellation-requested.seller.title': 'The buyer asks to cancel',
  'notice.cancellation-requested.seller.body':
    'The buyer asks you to cancel {goods}.{reason, select, none {} other { Reason: {reason}.}} Do not send it before you have answered.{answerBy, select, none {} other { Without an answer by {answerBy} it is cancelled.}}',
  'notice.cancellation-approved.buyer.title': 'Cancellation granted',
  'notice.cancellation-approved.buyer.body':
    '{automatically, select, true {{shop} did not answer in time, so your cancellation is granted.} other {{shop} has granted your cancellation.}}',
  'notice.cancellation-rejected.buyer.title': 'Cancellation declined',
  'notice.cancellation-rejected.buyer.body':
    '{shop} has declined your cancellation, so the order of {goods} goes on.',
  'notice.cancellation-withdrawn.buyer.title': 'Cancellation withdrawn',
  'notice.cancellation-withdrawn.buyer.body': 'You no longer ask to cancel. The order of {goods} goes on.',
  'notice.cancellation-withdrawn.seller.title': 'The buyer no longer asks to cancel',
  'notice.cancellation-withdrawn.seller.body': 'The order of {goods} goes on as it was.',
  'notice.address-change-requested.buyer.title': 'Change of address requested',
  'notice.address-change-requested.buyer.body':
    'You asked {shop} to send {goods} to another address. It is not sent before the seller has answered{changeBy, select, none {} other {, which has to be by {changeBy}}}.',
  'notice.address-change-requested.seller.title': 'The buyer asks for another address',
  'notice.address-change-requested.seller.body':
    'The buyer of {goods} asks for another address. Look at it in the order and answer{changeBy, select, none {} other { by {changeBy}}}. Do not send it before.',
  'notice.address-change-applied.buyer.title': 'Address changed',
  'notice.address-change-applied.buyer.body':
    '{goods} goes to the new address{surcharge, select, none {} other {, for {surcharge} more}}{reduction, select, none {} other {, for {reduction} less}}.',
  'notice.address-change-applied.seller.title': 'Address changed',
  'notice.address-change-applied.seller.body': 'Send {goods} to the new address that stands in the order.',
  'notice.address-change-rejected.buyer.title': 'Address not changed',
  'notice.address-change-rejected.buyer.body':
    '{reasonCode, select, cancelled {What you wanted to have sent elsewhere was cancelled.} unanswered {{shop} did not answer in time, so {goods} goes to the old address.} other {{shop} has declined the new address, so {goods} goes to the old one.}}',
  'notice.address-change-rejected.seller.title': 'Address not changed',
  'notice.address-change-rejected.seller.body':
    '{reasonCode, select, cancelled {What the buyer wanted to have sent elsewhere was cancelled.} other {Send {goods} to the address that stands in the order.}}',
  'notice.address-change-withdrawn.seller.title': 'The buyer no longer asks for another address',
  'notice.address-change-withdrawn.seller.body': 'Send {goods} to the address that stands in the order.',
  'notice.lines-change-requested.buyer.title': 'Change requested',
  'notice.lines-change-requested.buyer.body':
    '{awaitsPayment, select, true {{change} costs {surcharge} more. The change is made once that is paid{changeBy, select, none {} other {, by {changeBy} at the latest}}.} other {You asked {shop} for {change}. Nothing is sent before the seller has answered{changeBy, select, none {} other {, which has to be by {changeBy}}}.}}',
  'notice.lines-change-requested.seller.title': 'The buyer asks for a change',
  'notice.lines-change-requested.seller.body':
    '{awaitsPayment, select, true {The buyer wants {change} and has to pay {surcharge} for it. Do not send it meanwhile.} other {The buyer asks for {change}. Answer{changeBy, select, none {} other { by {changeBy}}}, and do not send it before.}}',
  'notice.lines-change-approved.buyer.title': 'Change granted',
  'notice.lines-change-approved.buyer.body':
    '{shop} has granted your change. It is made once {surcharge} is paid{changeBy, select, none {} other {, by {changeBy} at the latest}}.',
  'notice.lines-change-applied.buyer.title': 'Order changed',
  'notice.lines-change-applied.buyer.body':
    'Changed as you asked: {change}. Everything else in your order from {shop} stays.',
  'notice.lines-change-applied.seller.title': 'Order changed',
  'notice.lines-change-applied.seller.body':
    'Changed: {change}. Everything else stays. Look at the order before you pack.',
  'notice.lines-change-rejected.buyer.title': 'Change not made',
  'notice.lines-change-rejected.buyer.body':
    '{reasonCode, select, cancelled {What you wanted to change was cancelled.} unanswered {{shop} did not answer in time, so your order of {goods} stays as it was.} unpaid {Your change was not paid in time, so your order of {goods} stays as it was.} other {{shop} has declined your change, so your order of {goods} stays as it was.}}',
  'notice.lines-change-rejected.seller.title': 'Change not made',
  'notice.lines-change-rejected.seller.body':
    '{reasonCode, select, cancelled {What the buyer wanted to change was cancelled.} other {The order of {goods} stays as it was.}}',
  'notice.lines-change-withdrawn.seller.title': 'The buyer no longer asks for a change',
  'notice.lines-change-withdrawn.seller.body': 'The order of {goods} stays as it was.',
  'notice.message-posted.buyer.title': 'You have a message',
  'notice.message-posted.buyer.body':
    '{fromPlatform, select, true {The marketplace} other {{shop}}} wrote to you about your order of {goods}.',
  'notice.message-posted.seller.title': 'You have a message',
  'notice.message-posted.seller.body':
    '{fromPlatform, select, true {The marketplace} other {The buyer}} wrote to you about the order of {goods}.',
  'notice.review-requested.buyer.title': 'How was it?',
  'notice.review-requested.buyer.body': 'Tell {shop} and other buyers how {goods} was.',
  'notice.review-submitted.seller.title': 'You have a review',
  'notice.review-submitted.seller.body': 'The buyer of {goods} gave the order {score} of 5.',
  'notice.new-order.seller.title': 'New order',
  'notice.new-order.seller.body':
    '{onHold, select, true {Somebody ordered {goods}. The buyer may still cancel it{holdUntil, select, none { for a while} other { until {holdUntil}}}.} other {Somebody ordered {goods}. Check the order and confirm it{shipBy, select, none {.} other {{toSend, select, none { by {shipBy}.} other {. Send it by {shipBy}.}}}}}}',
  'notice.funds-withdrawn.buyer.title': 'Money went back',
  'notice.funds-withdrawn.buyer.body':
    '{kindCode, select, chargeback {Your bank took back {amount} of your payment for {goods}.} refund {The payment provider gave {amount} back to you for {goods}.} other {Your payment of {amount} for {goods} did not arrive after all.}}',
  'notice.funds-withdrawn.seller.title': 'Money was taken back',
  'notice.funds-withdrawn.seller.body':
    "{kindCode, select, chargeback {The buyer's bank took back {amount} of the payment for {goods}. Think twice before you send it.} refund {The payment provider gave {amount} back to the buyer of {goods}.} other {The payment of {amount} for {goods} did not arrive after all. Think twice before you send it.}}",
  'notice.withdrawal-closed.seller.title':
    '{outcomeCode, select, lost {Money is lost} other {Money is here again}}',
  'notice.withdrawal-closed.seller.body':
    '{outcomeCode, select, lost {The {amount} that were taken back for {goods} are lost.} other {The {amount} that were taken back for {goods} are here again.}}',
} as const;
