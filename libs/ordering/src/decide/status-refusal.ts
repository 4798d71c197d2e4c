import { type Refusal, type RefusalCode, refuse } from '../refusal.js';

/** The codes that the lifecycle turns a command down with, each with the sentence that follows the status. */
const sentences: Partial<Record<RefusalCode, string>> = {
  'order-not-paid': 'It has to be paid first.',
  'order-already-paid': 'Nothing is left to pay.',
  'order-on-hold': 'The buyer may still cancel it freely; wait until the hold is over.',
  'order-not-confirmed': 'The seller has to confirm it first.',
  'order-already-confirmed': 'The seller has confirmed it already.',
  'order-not-shipped': 'Nothing of it was shipped yet.',
  'order-already-shipped': 'Its goods are on their way or have arrived.',
  'order-not-delivered': 'It has not been delivered yet.',
  'order-already-delivered': 'Everything was delivered already.',
  'order-already-completed': 'It was completed already.',
  'order-not-completed': 'It can be reviewed once it is completed.',
  'order-cancelled': 'A cancelled order cannot be changed.',
  'package-already-arranged': 'A package is ready for its carrier; ask the seller, or send it back.',
  'unknown-cancellation': 'No request to cancel waits for an answer.',
  'unknown-change': 'No change is open.',
  'unknown-return': 'It has no return.',
  'unknown-claim': 'It has no claim.',
  'unknown-refund': 'It has no refund.',
};

export const statusRefusal = (code: RefusalCode): Refusal =>
  refuse(code, sentences[code] ?? 'This cannot be done with the order as it is now.');
