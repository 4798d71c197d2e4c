import { cancellationReasons } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { fault, id, timer, units } from '../public-fields.js';
import { faultIn } from '../reasons.js';

const cancellation = { cancellationId: id, units, reason: { enum: cancellationReasons } } as const;

export const cancellationPublicEvents = {
  LinesCancelled: publicEvent('LinesCancelled', {
    name: 'lines-cancelled',
    summary: 'Units will not be sent; where it was the last ones, the order is cancelled.',
    fields: cancellation,
    optional: { fault, timer },
    from: ({ data }) => ({ ...data, fault: faultIn('cancellation', data) }),
    noticeTo: ['buyer', 'seller'],
  }),
  CancellationRequested: publicEvent('CancellationRequested', {
    name: 'cancellation-requested',
    summary: 'The buyer asks the seller to cancel units; they are not shipped until the answer.',
    fields: cancellation,
    optional: { fault },
    from: ({ data }) => ({ ...data, fault: faultIn('cancellation', data) }),
    noticeTo: ['buyer', 'seller'],
  }),
  CancellationApproved: publicEvent('CancellationApproved', {
    name: 'cancellation-approved',
    summary: 'The seller grants a request; lines-cancelled follows.',
    fields: { cancellationId: id },
    optional: { timer },
    noticeTo: ['buyer'],
  }),
  CancellationRejected: publicEvent('CancellationRejected', {
    name: 'cancellation-rejected',
    summary: 'The seller turns a request down.',
    fields: { cancellationId: id },
    noticeTo: ['buyer'],
  }),
  CancellationWithdrawn: publicEvent('CancellationWithdrawn', {
    name: 'cancellation-withdrawn',
    summary: 'The buyer no longer asks to cancel.',
    fields: { cancellationId: id },
    noticeTo: ['buyer', 'seller'],
  }),
};
