import { type Cause } from '@app/order-log';
import { type ChangedLines, type ChangesEvent, type OrderLine, totalsOf } from '@app/ordering';
import { type ChangeView, type Shown } from './order-view.js';

/** The view after something has happened to one of the order's changes. */
export function withChange(view: Shown, event: ChangesEvent, by: Cause): Shown {
  const { at } = event;
  switch (event.type) {
    case 'AddressChangeRequested':
    case 'AddressChangeApplied': {
      const { changeId, before, after, shippingFee, priceDifference } = event.data;
      const address = { before, after };
      const begun = {
        changeId,
        kind: 'address',
        state: 'requested',
        by,
        at,
        address,
        shippingFee,
        priceDifference,
      } as const;
      if (event.type === 'AddressChangeRequested') return put(view, begun);
      return put(withShippingFee(view, shippingFee), begun, { state: 'applied', closedAt: at });
    }
    case 'LinesChangeRequested':
    case 'LinesChangeApplied': {
      const { changeId, before, after, added, discounts, fees, priceDifference } = event.data;
      const state = 'awaits' in event.data && event.data.awaits === 'payment' ? paying : 'requested';
      const lines = { before, after, added };
      const prices = { discounts, fees, priceDifference };
      const begun = { changeId, kind: 'lines', state, by, at, lines, ...prices } as const;
      if (event.type === 'LinesChangeRequested') return put(view, begun);
      return put(withLines(view, event.data), begun, { state: 'applied', closedAt: at, lines, ...prices });
    }
    case 'LinesChangeApproved': {
      const { changeId, priceDifference } = event.data;
      return alter(view, changeId, { state: paying, priceDifference });
    }
    case 'AddressChangeRejected':
    case 'LinesChangeRejected': {
      const { changeId, reason, note } = event.data;
      return alter(view, changeId, { state: 'rejected', closedAt: at, rejected: reason, answer: note });
    }
    case 'AddressChangeWithdrawn':
    case 'LinesChangeWithdrawn':
      return alter(view, event.data.changeId, { state: 'withdrawn', closedAt: at });
    default:
      return event satisfies never;
  }
}

const paying = 'awaiting-payment';

/** A change that was asked for goes on as the same one; one that was made at once begins with its end. */
function put(view: Shown, begun: ChangeView, now: Partial<ChangeView> = {}): Shown {
  const { changeId } = begun;
  const known = view.changes.some((change) => change.changeId === changeId);
  return alter(known ? view : { ...view, changes: [...view.changes, begun] }, changeId, now);
}

const alter = (view: Shown, changeId: string, now: Partial<ChangeView>): Shown => ({
  ...view,
  changes: view.changes.map((change) => (change.changeId === changeId ? { ...change, ...now } : change)),
});

/** The lines and the receipt as the buyer would have ordered them. */
function withLines(view: Shown, { after, added = [], discounts, fees }: ChangedLines): Shown {
  const lines = [...view.lines, ...added.map(({ stocked: _, ...line }) => line)].map((line): OrderLine => {
    const changed = after.find(({ lineId }) => lineId === line.lineId);
    if (changed === undefined) return line;
    const { quantity, variant = line.variant, unitPrice = line.unitPrice } = changed;
    return { ...line, quantity, variant, unitPrice };
  });
  const charges = {
    discounts: discounts ?? view.receipt.discounts,
    fees: fees ?? view.receipt.fees,
  };
  const { goods, total } = totalsOf({ ...view.receipt, ...charges, lines });
  return { ...view, lines, receipt: { ...view.receipt, ...charges, goods, total } };
}

function withShippingFee(view: Shown, shippingFee = view.receipt.shippingFee): Shown {
  const receipt = { ...view.receipt, shippingFee };
  return { ...view, receipt: { ...receipt, total: totalsOf({ ...receipt, lines: view.lines }).total } };
}
