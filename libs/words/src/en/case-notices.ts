/** Notices to buyers and sellers about returns, claims and refunds. */
export const caseNotices = {
  'notice.return-requested.buyer.title': 'Return requested',
  'notice.return-requested.buyer.body':
    'You asked {shop} to take back {goods}.{answerReturn, select, none {} other { The seller has to answer by {answerReturn}.}}',
  'notice.return-requested.seller.title': 'The buyer asks for a return',
  'notice.return-requested.seller.body':
    'The buyer wants to send back {goods}.{reason, select, none {} other { Reason: {reason}.}}{answerReturn, select, none {} other { Without an answer by {answerReturn} the return is granted.}}',
  'notice.return-approved.buyer.title': 'Return granted',
  'notice.return-approved.buyer.body':
    'Please send {goods} back to {shop}{shipBack, select, none {} other { by {shipBack}}} and enter the tracking number in the order. If you do not find the address there, ask the seller with a message.{wayBackPaidBy, select, seller { {shop} pays for the way back.} buyer { The way back is at your own cost.} other {}}',
  'notice.return-approved.seller.title': 'Return granted',
  'notice.return-approved.seller.body':
    '{automatically, select, true {You did not answer in time, so the return is granted. } other {}}The buyer sends back {goods}{shipBack, select, none {} other { by {shipBack}}}.{wayBackPaidBy, select, seller { You pay for the way back: give the buyer a label for it, or say how you pay.} other {}}',
  'notice.return-rejected.buyer.title': 'Return declined',
  'notice.return-rejected.buyer.body':
    '{shop} does not take back {goods}. If it came damaged or is not what you ordered, you can make a claim.',
  'notice.partial-refund-offered.buyer.title': 'The seller makes an offer',
  'notice.partial-refund-offered.buyer.body':
    'You can keep {goods} and get {amount} back from {shop}, or decline and send it back.{answerOffer, select, none {} other { Please answer by {answerOffer}.}}',
  'notice.partial-refund-accepted.seller.title': 'Offer accepted',
  'notice.partial-refund-accepted.seller.body': 'The buyer keeps {goods} and gets {amount} back.',
  'notice.partial-refund-declined.buyer.title':
    '{automatically, select, true {The offer has lapsed} other {Offer declined}}',
  'notice.partial-refund-declined.buyer.body':
    'Please send {goods} back to {shop}{shipBack, select, none {} other { by {shipBack}}} and enter the tracking number in the order. If you do not find the address there, ask the seller with a message.{wayBackPaidBy, select, seller { {shop} pays for the way back.} buyer { The way back is at your own cost.} other {}}',
  'notice.partial-refund-declined.seller.title': 'Offer not accepted',
  'notice.partial-refund-declined.seller.body':
    'The buyer sends back {goods}{shipBack, select, none {} other { by {shipBack}}}.{wayBackPaidBy, select, seller { You pay for the way back: give the buyer a label for it, or say how you pay.} other {}}',
  'notice.return-withdrawn.buyer.title': 'Return withdrawn',
  'notice.return-withdrawn.buyer.body': 'You keep {goods} and send nothing back.',
  'notice.return-withdrawn.seller.title': 'The buyer no longer wants a return',
  'notice.return-withdrawn.seller.body': 'The buyer keeps {goods}. You need not do anything.',
  'notice.return-shipped.seller.title': 'A return is on its way',
  'notice.return-shipped.seller.body':
    'The buyer sent {goods} back with {carrier}, tracking number {trackingNumber}. Please confirm when you have it.{confirmReturn, select, none {} other { Without an answer by {confirmReturn} it counts as received.}}',
  'notice.return-lost.buyer.title': 'Your return did not arrive',
  'notice.return-lost.buyer.body':
    '{reasonCode, select, damaged {{goods} was damaged on the way back to {shop}.} other {The carrier lost {goods} on the way back to {shop}.}} You did your part: the return is done.',
  'notice.return-lost.seller.title': 'A return did not arrive',
  'notice.return-lost.seller.body':
    '{reasonCode, select, damaged {{goods} was damaged on the way back.} other {The carrier lost {goods} on the way back.}} The buyer did their part: the return is done. Ask the carrier to make it good.',
  'notice.return-undelivered.buyer.title': 'Your return comes back to you',
  'notice.return-undelivered.buyer.body':
    'The carrier could not hand over {goods} to {shop}. Please send it again{shipBack, select, none {} other { by {shipBack}}} and enter the new tracking number. If the address is wrong, ask the seller with a message.',
  'notice.return-undelivered.seller.title': 'A return could not be handed over',
  'notice.return-undelivered.seller.body':
    'The carrier could not hand over {goods}, and takes it back to the buyer, who sends it again{shipBack, select, none {} other { by {shipBack}}}.',
  'notice.return-received.buyer.title': 'Return received',
  'notice.return-received.buyer.body':
    '{automatically, select, true {{shop} did not answer in time, so {goods} counts as received.} other {{shop} has {goods} back.}}',
  'notice.return-receipt-refused.buyer.title': 'Return not accepted',
  'notice.return-receipt-refused.buyer.body':
    '{shop} does not accept what you sent back ({goods}). You can make a claim, and the marketplace decides.',
  'notice.return-closed.buyer.title': 'Return ended',
  'notice.return-closed.buyer.body':
    '{expired, select, true {{goods} was not sent back in time, so the return has ended.} other {Your return of {goods} is done.{nothingBack, select, true { Nothing more goes back to you.} other {}}}}',
  'notice.return-closed.seller.title': 'Return ended',
  'notice.return-closed.seller.body':
    '{expired, select, true {The buyer did not send {goods} back in time.} other {{nothingBack, select, true {The return of {goods} is done. Nothing more goes back to the buyer.} other {The return of {goods} is done, and the buyer gets the money back.}}}}',
  'notice.claim-opened.buyer.title': 'Claim received',
  'notice.claim-opened.buyer.body':
    '{shop} has to answer your claim about {goods} ({reason}){answerClaim, select, none {} other { by {answerClaim}}}.',
  'notice.claim-opened.seller.title': 'The buyer makes a claim',
  'notice.claim-opened.seller.body':
    'The buyer makes a claim about {goods}: {reason}.{answerClaim, select, none {} other { Answer by {answerClaim}, or the marketplace decides.}}',
  'notice.claim-answered.buyer.title': 'The seller answered your claim',
  'notice.claim-answered.buyer.body':
    '{accepted, select, true {{shop} accepts your claim about {goods}.} other {{shop} disputes your claim about {goods}. You can ask the marketplace to decide{escalateBy, select, none {} other { by {escalateBy}; otherwise the claim ends}}.}}',
  'notice.claim-escalated.buyer.title': 'The marketplace decides',
  'notice.claim-escalated.buyer.body':
    'We look at your claim about {goods} and decide it.{decideBy, select, none {} other { Without a decision by {decideBy} it is granted.}}',
  'notice.claim-escalated.seller.title': 'The marketplace decides',
  'notice.claim-escalated.seller.body':
    "We look at the buyer's claim about {goods} and decide it.{decideBy, select, none {} other { Without a decision by {decideBy} it is granted.}}",
  'notice.claim-appealed.buyer.title': 'Appeal received',
  'notice.claim-appealed.buyer.body':
    'We look at your claim about {goods} again and decide it.{decideBy, select, none {} other { Without a decision by {decideBy} it is granted.}}',
  'notice.claim-appealed.seller.title': 'The buyer appeals',
  'notice.claim-appealed.seller.body':
    "We look at the buyer's claim about {goods} again and decide it.{decideBy, select, none {} other { Without a decision by {decideBy} it is granted.}}",
  'notice.claim-withdrawn.buyer.title': 'Claim withdrawn',
  'notice.claim-withdrawn.buyer.body':
    'You no longer make a claim about {goods}. Nothing is decided about it.',
  'notice.claim-withdrawn.seller.title': 'The buyer no longer makes a claim',
  'notice.claim-withdrawn.seller.body': 'The claim about {goods} is withdrawn. You need not answer it.',
  'notice.claim-resolved.buyer.title': 'Claim decided',
  'notice.claim-resolved.buyer.body':
    '{wonByBuyer, select, true {Your claim about {goods} was granted{partly, select, true { in part{granted, select, none {} other {, for {granted}}}} other {}}.{nothingBack, select, true { Nothing more goes back to you.} other {}}} other {Your claim about {goods} was decided for {shop}.}}',
  'notice.claim-resolved.seller.title': 'Claim decided',
  'notice.claim-resolved.seller.body':
    '{wonByBuyer, select, true {{nothingBack, select, true {The claim about {goods} was decided for the buyer. Nothing more goes back.} other {{partly, select, true {The claim about {goods} was granted in part{granted, select, none {} other {, for {granted}}}: {amount} goes back to the buyer.} other {The claim about {goods} was decided for the buyer, who gets the money back.}}}}} other {The claim about {goods} was decided for you.}}',
  'notice.refund-initiated.buyer.title': 'Refund on its way',
  'notice.refund-initiated.buyer.body':
    '{amount} goes back to you{methodCode, select, cash_on_delivery {} other { the way you paid}}.{expectedBy, select, none {} other { You should have it by {expectedBy}.}}{reasonCode, select, cancelled {} changed {} returned {} claim {} other {{reason, select, none {} other { Reason: {reason}.}}}}',
  'notice.refund-settled.buyer.title': 'Refund paid out',
  'notice.refund-settled.buyer.body': 'We have paid {amount} back to you for {goods}.',
  'notice.refund-failed.buyer.title': 'Refund delayed',
  'notice.refund-failed.buyer.body':
    'We could not pay {amount} back to you yet{failure, select, account_closed {: your account is closed. Please name another account on the page of the order} card_expired {: your card has expired. Please name an account on the page of the order} not_refundable {: it cannot go back the way you paid} declined_by_bank {: your bank turned it down{retryAt, select, none {} other {. We try again on {retryAt}}}} other {{retryAt, select, none {} other {. We try again on {retryAt}, and you need not do anything}}}}.',
  'notice.refund-retried.buyer.title': 'Refund tried again',
  'notice.refund-retried.buyer.body':
    'We try again to pay {amount} back to you. You should have it by {expectedBy}.',
  'notice.refund-handed-over.buyer.title': 'We take care of your refund',
  'notice.refund-handed-over.buyer.body':
    '{automatically, select, true {You have named no account for {amount} that we owe you.} other {Paying {amount} back to you failed several times.}} One of us takes care of it now.',
  'notice.voucher-issued.buyer.title': 'You have a voucher',
  'notice.voucher-issued.buyer.body':
    'Enter the code {voucherCode} when you next order from {shop}{validUntil, select, none {} other {, by {validUntil}}}: it takes {amount} off. Only you can use it, and once.',
  'notice.refund-account-asked.buyer.title': 'Where may we send your refund?',
  'notice.refund-account-asked.buyer.body':
    '{amount} cannot go back the way you paid. Please name an account for it on the page of the order{refundAccount, select, none {} other { by {refundAccount}}}.',
  'notice.refund-dropped.buyer.title': 'A refund was dropped',
  'notice.refund-dropped.buyer.body':
    'We do not pay {amount} back to you, because that money went back to you another way.',
} as const;
