/** Why a request was not answered as it was meant, before anything was decided. */
export const problems = {
  'title.400': 'The request cannot be understood',
  'title.401': 'Please sign in',
  'title.bad-signature': 'The signature is wrong',
  'title.stale-signature': 'The signature is too old',
  'title.403': 'Not allowed',
  'title.404': 'Not found',
  'title.405': 'Not possible here',
  'title.408': 'Too slow',
  'title.409': 'Not possible now',
  'title.412': 'Changed meanwhile',
  'title.413': 'Too large',
  'title.414': 'Address too long',
  'title.415': 'Wrong kind of body',
  'title.422': 'Something in the request is wrong',
  'title.431': 'Too large',
  'title.500': 'Something went wrong',
  'title.503': 'Not available right now',
  'problem.malformed-request': 'This request cannot be read. Check its address and its headers.',
  'problem.request-timeout': 'The request was not sent in time. Please send it again.',
  'problem.headers-too-large': 'The headers are too large. Send at most {most} KiB of them.',
  'problem.malformed-json':
    '{fault, select, name {No field may be named "__proto__", nor "prototype" within "constructor". Please leave it out.} other {The body is not JSON that can be read.}}',
  'problem.malformed-header': 'The header {name} has to be {form}.',
  'problem.invalid-body':
    'Please check {place, select, none {the body} other {{place}}}. {detail}{more, plural, =0 {} =1 { And # more place, see `errors`.} other { And # more places, see `errors`.}}',
  'problem.invalid-file':
    'Nothing of this file was done: {rows, plural, =1 {a row is} other {# rows are}} wrong. {first}{rows, plural, =1 {} other { All are named in `errors`.}}',
  'problem.invalid-query':
    'Please check {place, select, none {the query} other {{place}}}. {detail}{more, plural, =0 {} =1 { And # more place, see `errors`.} other { And # more places, see `errors`.}}',
  'problem.body-too-large': 'The body is too large. Send at most {most} KiB.',
  'problem.address-too-long': 'This address is too long.',
  'problem.unsupported-media-type': 'Send the body as {type}.',
  'problem.no-such-path': 'Nothing is served at this path.',
  'problem.not-found': 'There is no such thing.',
  'problem.method-not-allowed': 'This path takes {methods}, not {method}.',
  'problem.unauthenticated':
    '{fault, select, missing {Please sign in: send a token as "Authorization: Bearer <token>".} expired {The token has expired. Please sign in again.} claims {The token has to name a "sub", and as "role" one of {roles}.} other {The token does not hold. Please sign in again.}}',
  'problem.not-allowed': 'You are not allowed to do this.',
  'problem.temporarily-unavailable':
    'This is not possible right now. Please send the same request again in a moment.',
  'identity-provider-away':
    'Tokens cannot be checked right now, because the identity provider does not answer. Please try again in a moment.',
  'problem.not-ready': 'This does not work right now: {failing}.',
  'problem.internal-error':
    'Something went wrong on our side, not with your request. Please try again later.',
  'history-damaged':
    'The history of {kind, select, order {the order} coupon {the coupon} stock {the stock} policy {the policy} partner {the names of the partner} other {what is needed}} {id} cannot be read from event {revision} on, so nothing can be done with it now. We have been told, and see to it.',
  'problem.bad-signature': 'The signature does not hold for this body and this sender.',
  'problem.stale-signature':
    'The signature was made more than five minutes ago, or ahead of time. Sign each attempt anew.',
  'problem.account-not-found':
    '{role, select, buyer {There is no such buyer.} carrier {There is no such carrier.} payments {There is no such payment provider.} other {There is no such seller.}}',
  'problem.coupon-not-found': 'The seller has no such coupon.',
  'problem.stock-not-found': 'The seller keeps no stock of this product.',
  'problem.quote-not-found': 'There is no such quote.',
  'problem.checkout-not-found': 'There is no such checkout.',
  'problem.offer-not-found': 'The seller does not offer this product.',
  'problem.webhook-not-found': 'There is no such webhook.',
  'problem.webhook-exists':
    'You have a webhook at this address already. Delete it first to change it or to get a new secret.',
  'problem.version-mismatch':
    'These preferences were changed meanwhile. Look at them again before you change them.',
  'problem.order-not-visible-yet': 'There is no such order yet. Send the event again.',
  'problem.unknown-event-type':
    'Events of this type are not understood here, and may be about money. Send it again once they are.',
  'problem.not-yet-visible': 'What was recorded cannot be shown yet. Please try again in a moment.',
} as const;
