import { type Evolution } from '../evolution.js';
import { type OpenChange, type Order } from '../order.js';
import { withLines, withShippingFee } from './changed-lines.js';
import { type ChangesEvent } from './events.js';

export const changesEvolution: Evolution<ChangesEvent> = {
  AddressChangeRequested: (order, { at, data: { changeId, after, shippingFee } }) =>
    withChangeOpened(order, { kind: 'address', changeId, since: at, after, shippingFee }),
  AddressChangeApplied: (order, { data }) => ({
    ...withShippingFee(withChangeClosed(order, data.changeId), data.shippingFee),
    shippingAddress: data.after,
  }),
  AddressChangeRejected: (order, { data }) => withChangeClosed(order, data.changeId),
  AddressChangeWithdrawn: (order, { data }) => withChangeClosed(order, data.changeId),

  LinesChangeRequested: (order, { at, data: { changeId, after, added, discounts, fees, awaits } }) =>
    withChangeOpened(order, {
      kind: 'lines',
      changeId,
      since: at,
      after,
      added,
      discounts,
      fees,
      approved: awaits === 'payment',
      paid: 0,
    }),
  LinesChangeApproved: (order, { at, data: { changeId } }) => ({
    ...order,
    openChanges: order.openChanges.map((open) =>
      open.changeId === changeId ? { ...open, approved: true, since: at } : open,
    ),
  }),
  LinesChangeApplied: (order, { data }) => withLines(withChangeClosed(order, data.changeId), data),
  LinesChangeRejected: (order, { data }) => withChangeClosed(order, data.changeId),
  LinesChangeWithdrawn: (order, { data }) => withChangeClosed(order, data.changeId),
};

const withChangeOpened = (order: Order, change: OpenChange): Order => ({
  ...withChangeId(order, change.changeId),
  openChanges: [...order.openChanges, change],
});

const withChangeClosed = (order: Order, changeId: string): Order => ({
  ...withChangeId(order, changeId),
  openChanges: order.openChanges.filter((open) => open.changeId !== changeId),
});

/** A change that was asked for is named again by what becomes of it. */
const withChangeId = (order: Order, changeId: string): Order =>
  order.changeIds.includes(changeId) ? order : { ...order, changeIds: [...order.changeIds, changeId] };
