import { count, type Evolution } from '../evolution.js';
import { type ReturnsEvent } from './events.js';

export const returnsEvolution: Evolution<ReturnsEvent> = {
  ReturnRequested: (order, { data: { returnId, units } }) => ({
    ...count(order, units, 'returnRequested'),
    returns: [...order.returns, { returnId, units }],
  }),
};
