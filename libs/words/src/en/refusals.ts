/** Why something was turned down, and what to do instead: for whoever asked for it. */
export const refusals = {
  'role.buyer': 'the buyer',
  'role.seller': 'the seller',
  'role.service': 'a service of the marketplace',
  'role.payments': 'the payment provider',
  'role.carrier': 'the carrier',
  'role.platform': 'the marketplace',
  'role.analyst': 'an analyst',
  'role.timer': 'the system itself',
  'problem.role-not-allowed': 'Only {who} can do this.',
  'problem.not-your-account': 'You can do this for yourself only.',
  'problem.order-not-found': 'There is no such order.',
  'problem.order-already-exists': 'There is already an order with this id. Choose another id.',
  'problem.revision-mismatch': 'This was changed meanwhile. Look at it again before you go on.',
  'problem.idempotency-key-reused':
    'This idempotency key was used for another request already. Use a new key.',
  'problem.too-much-contention': 'Many others are changing this right now. Please try again in a moment.',
  'problem.no-lines': 'Choose at least one item.',
  'problem.duplicate-line': 'Line {lineId} is there twice. Put all of it into one line.',
  'problem.unknown-line': 'The order has no line {lineId}. Choose one of its own lines.',
  'problem.bad-quantity': 'The quantity has to be a whole number, at least 1.',
  'problem.bad-money':
    '{fault, select, sum {These amounts add up to more than can be counted. Order less at a time.} zero {Enter an amount above zero.} other {Enter amounts that are not below zero.}}',
  'problem.unknown-currency': '{currency} is not the code of a currency. Use one of ISO 4217, such as IDR.',
  'problem.totals-mismatch':
    '{fault, select, discounts {The discounts ({named}) are higher than the price of the goods ({sum}).} other {All parts add up to {sum}, but the total says {named}. Send the total that the parts add up to.}}',
  'problem.bad-address':
    '{field, select, recipient {Enter the name of the person who gets the package.} street {Enter the street and house number.} city {Enter the city.} other {Enter the country as its code of two capital letters, such as ID.}}',
  'problem.cash-needs-delivery':
    'Cash on delivery works only for goods that are sent. Choose another way to pay.',
  'problem.too-many-unpaid':
    '{available, plural, =0 {Pay for your other orders of {title} first.} other {Only # of {title} can be ordered before payment. Order fewer, or pay for your other orders first.}}',
  'problem.quote-required': 'Ask for a quote first, and order by its id.',
  'problem.unknown-quote': 'There is no such quote for this buyer. Ask for a new one.',
  'problem.quote-expired': 'This quote held until {until}. Ask for a new one.',
  'problem.quote-used': 'An order was placed by this quote already. Ask for a new one.',
  'problem.quote-mismatch': 'The quote says something else here. Leave it out, or ask for a new quote.',
  'problem.fee-mismatch':
    "{fee, select, insurance {Insured shipping} other {The marketplace's fee}} is {amount} for these goods. List it once among the fees, with that amount.",
  'problem.not-offered': 'The seller does not offer {product}. Leave it out.',
  'problem.variant-not-offered':
    '{variant, select, none {Choose one of the variants of {title}.} other {{title} is not offered as {variant}. Choose one of its variants.}}',
  'problem.offer-in-other-currency':
    '{title} is sold in {currency}. Order what is sold in one currency at a time.',
  'problem.currency-mismatch': 'This order is paid in {currency}.',
  'problem.amount-over-due': 'Only {due} is still to be paid. Please pay that amount.',
  'problem.payment-already-recorded': 'Payment {paymentId} was recorded already.',
  'problem.card-data-not-allowed':
    "This looks like a card number, which we never keep. Name the payment by the provider's reference.",
  'problem.out-of-stock':
    '{available, plural, =0 {{title} is sold out. Leave it out, or choose something else.} other {Only # of {title} can still be had. Order fewer, or choose something else.}}',
  'problem.stock-missing': 'Not in stock: {goods}. Add them to your stock, or cancel them.',
  'problem.order-not-paid': 'This order has to be paid first.',
  'problem.order-already-paid': 'This order is paid: nothing is left to pay.',
  'problem.order-on-hold':
    'The buyer can still cancel this order at once. Please wait until that time is over.',
  'problem.order-not-confirmed': 'The seller has to confirm this order first.',
  'problem.order-already-confirmed': 'This order was confirmed already.',
  'problem.order-not-shipped': 'This has not been shipped yet.',
  'problem.order-already-shipped':
    'This is not possible any more: the goods are on their way or have arrived.',
  'problem.order-not-delivered': 'This order has not been delivered yet.',
  'problem.order-already-delivered': 'Everything in this order was delivered already.',
  'problem.order-not-completed': 'You can review this order once it is completed.',
  'problem.order-already-completed': 'This order was completed already.',
  'problem.order-cancelled': 'This order is cancelled, so nothing can be done with it any more.',
  'problem.too-many-units':
    '{left, plural, =0 {None of {title} is left for this: all of it was taken up already, or has not come so far.} other {You named {named} of {title}, but only # can be taken for this.}}',
  'problem.nothing-left':
    '{fault, select, packed {Everything is in a package already, or needs none.} cancelled {Everything was shipped or cancelled already.} other {Choose at least one item.}}',
  'problem.reason-not-yours': 'This is for somebody else to say. Choose {reasons}, or another reason.',
  'problem.cancellation-open':
    'A request to cancel these goods is open. It has to be answered or withdrawn first.',
  'problem.unknown-cancellation': 'There is no such open request to cancel.',
  'problem.cancellation-already-exists':
    'There is already a cancellation with the id {cancellationId}. Choose another id.',
  'problem.nothing-changes': 'The order is like that already. Name what should be different.',
  'problem.quantity-too-low':
    'You need at least {least} of {title}: what was cancelled or provided counts too. To have none of it, cancel it.',
  'problem.last-line': 'Something has to be left of the order. To have none of it, cancel it.',
  'problem.shipping-costs-more':
    'Shipping there costs {amount} more, and this order is paid. Keep the address, or cancel and order anew.',
  'problem.change-open':
    '{waitsFor, select, payment {A change of this order waits for its payment. It has to be paid or withdrawn first.} other {A change of this order is open. It has to be answered or withdrawn first.}}',
  'problem.unknown-change': 'There is no such open change.',
  'problem.change-already-exists': 'There is already a change with the id {changeId}. Choose another id.',
  'problem.change-awaits-payment':
    'This change was agreed to already. It is made as soon as the buyer has paid for it.',
  'problem.package-already-arranged':
    'A package is ready for its carrier already. Write to the seller, or send the goods back when they have arrived.',
  'problem.package-already-exists':
    '{fault, select, shipped {Package {packageId} was handed to its carrier already.} different {Package {packageId} was arranged with other details. Ship it by its id alone.} other {There is already a package with the id {packageId}. Choose another id.}}',
  'problem.checklist-required': 'Tick off the packing checklist first.',
  'problem.shipment-incomplete':
    'A package that was not arranged before needs a shipping method, a carrier and a tracking number.',
  'problem.no-shipping-needed': 'This item needs no package. Leave it out.',
  'problem.unknown-package': 'The order has no package {packageId}. Choose one of its own packages.',
  'problem.package-required': 'Name the package that has not come.',
  'problem.package-not-shipped': 'Package {packageId} has not been handed to its carrier yet.',
  'problem.package-already-delivered': 'Package {packageId} was delivered already.',
  'problem.not-own-courier':
    'The marketplace has this package carried, so its carrier says what became of it.',
  'problem.not-your-package':
    'This package goes with another carrier. If it is yours, ask the marketplace to list the name that it bears among yours.',
  'problem.not-your-payment':
    'This money is with another payment provider. If it is with you, ask the marketplace to list the name of that payment among yours.',
  'problem.proof-required': 'Say who received the package, or where a photo of it is kept.',
  'problem.take-back-window-over': 'This could be taken back until {until}.',
  'problem.cash-already-refunded':
    'Cash that was paid at the door has been given back to the buyer, so the delivery stands.',
  'problem.scan-in-future':
    'This scan lies in the future. Check the clock and the time zone of whoever made it.',
  'problem.estimate-in-past': '{day} is over. Choose a later day.',
  'problem.estimate-not-later':
    'The goods were expected by {day}, so an earlier day is no delay. Change the estimate instead.',
  'problem.voucher-not-there':
    'The seller has no voucher {code} of this amount for this buyer. Leave the code out to issue a new one.',
  'problem.bad-offer':
    '{kind, select, voucher {A voucher needs an amount above zero.} other {Faster shipping has neither an amount nor a code. Leave them out.}}',
  'problem.nothing-due': 'Nothing in this order is due yet.',
  'problem.bad-text':
    '{fault, select, blank {Please write something.} long {Please keep the text to {most} characters.} other {The text holds control characters. Leave them out.}}',
  'problem.too-many-messages': 'This order has {most} messages already, and takes no more.',
  'problem.bad-score': 'Choose a whole number from 1 to 5.',
  'problem.order-already-reviewed':
    'You have reviewed this order already. A review cannot be changed afterwards.',
  'problem.return-window-over': 'Goods of this order could be sent back until {until}.',
  'problem.goods-not-returnable': 'The seller does not take this item back.',
  'problem.unknown-return': 'The order has no such return.',
  'problem.return-already-exists': 'There is already a return with the id {returnId}. Choose another id.',
  'problem.offer-over-worth': 'These goods are worth {most}. Offer that much at most.',
  'problem.unknown-claim': 'The order has no such claim.',
  'problem.claim-already-exists': 'There is already a claim with the id {claimId}. Choose another id.',
  'problem.claim-open': 'A claim is open. It has to be decided or withdrawn first.',
  'problem.claim-window-over': 'A claim about this order was possible until {until}.',
  'problem.claim-over-worth': 'The claimed goods are worth {most}. Grant that much at most.',
  'problem.no-appeal':
    '{fault, select, twice {An appeal against this decision was made already. There is one appeal for each claim.} lapsed {The claim ended because the marketplace was not asked in time. There is no appeal against that.} other {The claim was granted as a whole. There is nothing to appeal against.}}',
  'problem.appeal-window-over': 'An appeal against this decision was possible until {until}.',
  'problem.not-in-part':
    '{fault, select, seller {Nothing is granted where the claim is decided for the seller. Leave out the units and the amount.} both {Name either units or an amount.} amount {An amount was granted before. Grant a further amount, or all of the claim.} other {The package has not come: the claim can be granted as a whole only.}}',
  'problem.units-in-another-case': 'These goods are in a return or in another claim already.',
  'problem.case-in-other-state':
    'This cannot be done with the {kind, select, return {return} claim {claim} package {package} other {refund}} now: {waitsFor, select, buyer {it waits for the buyer} carrier {it waits for its carrier} seller {it waits for the seller} platform {it waits for the marketplace} payments {it waits for the payment provider} other {it is over}}.',
  'problem.unknown-refund': 'The order has no such refund.',
  'problem.refund-share-unclear':
    'This refund goes back to several payments. Name the payment that is meant.',
  'problem.refund-already-exists': 'There is already a refund with the id {refundId}. Choose another id.',
  'problem.reserved-name':
    'Ids like this one are kept for refunds that follow from something. Choose another id.',
  'problem.refund-over-captured': 'Only {left} of what was paid is left to give back.',
  'problem.unknown-coupon': 'The seller has no such coupon.',
  'problem.coupon-not-valid-now':
    '{when, select, before {Coupon {coupon} can be used from {at} on.} other {Coupon {coupon} could be used until {at}.}}',
  'problem.coupon-withdrawn': 'The seller has withdrawn coupon {coupon}.',
  'problem.coupon-not-yours': 'Coupon {coupon} is for another buyer.',
  'problem.coupon-promised': 'Coupon {coupon} was promised to a buyer, so it cannot be withdrawn.',
  'problem.coupon-used-up':
    '{perBuyer, plural, =0 {Coupon {coupon} is used up.} =1 {Each buyer can use coupon {coupon} once only.} other {Each buyer can use coupon {coupon} for # orders only.}}',
  'problem.coupon-minimum-not-reached': 'Coupon {coupon} needs goods worth at least {minimum}.',
  'problem.coupon-for-returning-buyers':
    '{orders, plural, =1 {Coupon {coupon} is for buyers who have completed an order with this seller.} other {Coupon {coupon} is for buyers who have completed # orders with this seller.}}',
  'problem.coupon-in-other-currency': 'Coupon {coupon} is for orders in {currency}.',
  'problem.coupon-gives-nothing': 'Coupon {coupon} takes nothing off these goods.',
  'problem.coupon-amount-mismatch':
    'Coupon {coupon} takes {amount} off. List it once among the discounts, with that amount.',
  'problem.coupon-not-named':
    '{coupon} is a coupon of the seller. Name it among the coupons of the order, or leave the discount out.',
  'problem.coupon-already-exists':
    'There is already a coupon {coupon} with other terms. Choose another code.',
  'problem.receipt-already-exists':
    'A delivery with this id came in with other goods already. Choose another id.',
  'problem.out-of-range': 'Choose a whole number from {least} to {most}.',
  'problem.bad-list':
    '{fault, select, many {At most {most} products can be excluded from returns.} other {Each product can be in the list once only.}}',
  'problem.bad-calendar':
    '{fault, select, zone {There is no such time zone. Use a name such as Asia/Jakarta.} weekdays {Working days are numbers from 1 for Monday to 7 for Sunday: name at least one, and each once.} day {A holiday is a day as YYYY-MM-DD.} other {At most {most} holidays can be set.}}',
  'problem.unknown-payment': 'The order has no such payment yet. Report its capture first, then this again.',
  'problem.unknown-withdrawal': 'The order has no such withdrawal yet. Report it first, then this again.',
} as const;
