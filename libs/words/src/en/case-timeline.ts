/** What happened to an order's returns, claims and refunds, in one sentence for its buyer and one for its seller. */
export const caseTimeline = {
  'timeline.return-requested.buyer': 'You asked to return {goods}.',
  'timeline.return-requested.seller':
    'The buyer asks to return {goods}{reason, select, none {} other { ({reason})}}.',
  'timeline.return-approved.buyer':
    '{automatically, select, true {The return was granted, because the seller did not answer in time.} other {The seller agreed to the return.}}',
  'timeline.return-approved.seller':
    '{automatically, select, true {The return was granted, because it was not answered in time.} other {The return was granted.}}',
  'timeline.return-rejected.buyer': 'The seller declined the return.',
  'timeline.return-rejected.seller': 'The return was declined.',
  'timeline.partial-refund-offered.buyer': 'The seller offers {amount} if you keep {goods}.',
  'timeline.partial-refund-offered.seller': '{amount} was offered to the buyer for keeping {goods}.',
  'timeline.partial-refund-accepted.buyer': 'You took the offer of {amount} and keep {goods}.',
  'timeline.partial-refund-accepted.seller': 'The buyer took the offer of {amount}.',
  'timeline.partial-refund-declined.buyer':
    '{automatically, select, true {The offer was not answered in time and has lapsed.} other {You declined the offer.}}',
  'timeline.partial-refund-declined.seller':
    '{automatically, select, true {The offer was not answered in time and has lapsed.} other {The buyer declined the offer.}}',
  'timeline.return-withdrawn.buyer': 'You withdrew the return.',
  'timeline.return-withdrawn.seller': 'The buyer withdrew the return.',
  'timeline.return-shipped.buyer': 'You sent {goods} back with {carrier}, tracking number {trackingNumber}.',
  'timeline.return-shipped.seller':
    'The buyer sent {goods} back with {carrier}, tracking number {trackingNumber}.',
  'timeline.return-scanned.buyer': 'On the way back: {scan}',
  'timeline.return-scanned.seller': 'On the way back: {scan}',
  'timeline.return-lost.buyer':
    '{reasonCode, select, damaged {What you sent back was damaged on its way.} other {The carrier lost what you sent back.}}',
  'timeline.return-lost.seller':
    '{reasonCode, select, damaged {What was sent back was damaged on its way.} other {The carrier lost what was sent back.}}',
  'timeline.return-undelivered.buyer': 'What you sent back could not be handed over, and comes back to you.',
  'timeline.return-undelivered.seller':
    'What was sent back could not be handed over, and goes back to the buyer.',
  'timeline.return-received.buyer':
    '{automatically, select, true {The return counts as received, because nothing was said in time.} other {The seller has the goods back.}}',
  'timeline.return-received.seller':
    '{automatically, select, true {The return counts as received, because nothing was said in time.} other {The return has arrived.}}',
  'timeline.return-receipt-refused.buyer': 'The seller does not accept what you sent back.',
  'timeline.return-receipt-refused.seller': 'What was sent back was not accepted.',
  'timeline.return-closed.buyer':
    '{expired, select, true {The return ended, because nothing was sent back in time.} other {The return is done.}}',
  'timeline.return-closed.seller':
    '{expired, select, true {The return ended, because nothing was sent back in time.} other {The return is done.}}',
  'timeline.claim-opened.buyer': 'You made a claim about {goods}: {reason}.',
  'timeline.claim-opened.seller': 'The buyer made a claim about {goods}: {reason}.',
  'timeline.claim-answered.buyer':
    '{accepted, select, true {The seller accepted your claim.} other {The seller disputes your claim.}}',
  'timeline.claim-answered.seller':
    '{accepted, select, true {The claim was accepted.} other {The claim was disputed.}}',
  'timeline.claim-escalated.buyer':
    '{automatically, select, true {The marketplace decides the claim, because the seller did not answer in time.} other {You asked the marketplace to decide the claim.}}',
  'timeline.claim-escalated.seller':
    '{automatically, select, true {The marketplace decides the claim, because it was not answered in time.} other {The buyer asked the marketplace to decide the claim.}}',
  'timeline.claim-appealed.buyer': 'You appealed: the marketplace decides the claim again.',
  'timeline.claim-appealed.seller': 'The buyer appealed: the marketplace decides the claim again.',
  'timeline.claim-withdrawn.buyer': 'You withdrew your claim.',
  'timeline.claim-withdrawn.seller': 'The buyer withdrew the claim.',
  'timeline.claim-resolved.buyer':
    '{partly, select, true {The claim was granted in part{granted, select, none {} other {, for {granted}}}{amount, select, none {} other {: {amount}}}.} other {The claim was decided {wonByBuyer, select, true {for you} other {for the seller}}.}}',
  'timeline.claim-resolved.seller':
    '{partly, select, true {The claim was granted in part{granted, select, none {} other {, for {granted}}}{amount, select, none {} other {: {amount}}}.} other {The claim was decided {wonByBuyer, select, true {for the buyer} other {for you}}.}}',
  'timeline.refund-initiated.buyer':
    'A refund of {amount} is on its way to you{expectedBy, select, none {} other {, expected by {expectedBy}}}.',
  'timeline.refund-initiated.seller': 'A refund of {amount} to the buyer was started.',
  'timeline.refund-settled.buyer': 'The refund of {amount} was paid out to you.',
  'timeline.refund-settled.seller': 'The refund of {amount} was paid out.',
  'timeline.refund-failed.buyer': 'The refund of {amount} could not be paid out.',
  'timeline.refund-failed.seller': 'The refund of {amount} could not be paid out.',
  'timeline.refund-retried.buyer': 'The refund of {amount} is tried again, expected by {expectedBy}.',
  'timeline.refund-retried.seller': 'The refund of {amount} is tried again.',
  'timeline.refund-handed-over.buyer': 'The marketplace takes care of the refund of {amount} in person.',
  'timeline.refund-handed-over.seller': 'The marketplace takes care of the refund of {amount} in person.',
  'timeline.voucher-issued.buyer':
    'You got a voucher of {amount}: {voucherCode}{validUntil, select, none {} other {, valid until {validUntil}}}.',
  'timeline.voucher-issued.seller':
    'The buyer got a voucher of {amount}{validUntil, select, none {} other {, valid until {validUntil}}}. {paidBy, select, platform {The marketplace pays} other {You pay}} for it.',
  'timeline.refund-account-asked.buyer':
    '{amount} cannot go back the way you paid. Please name an account for it.',
  'timeline.refund-account-asked.seller':
    '{amount} cannot go back the way the buyer paid. The buyer is asked for an account.',
  'timeline.refund-account-named.buyer':
    'You named an account for your refund. You should have it by {expectedBy}.',
  'timeline.refund-account-named.seller': 'The buyer named an account for the refund.',
  'timeline.refund-dropped.buyer':
    'A refund of {amount} is not paid out, because the money went back to you another way.',
  'timeline.refund-dropped.seller':
    'A refund of {amount} is not paid out, because the money went back another way.',
} as const;
