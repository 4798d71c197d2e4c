import { type CancellationReason, type OrderStatus } from '@app/ordering';
import { type NoteAnomaly } from './anomaly.js';
import { type OlistOrder, type OlistStatus, olistStatuses } from './olist-rows.js';

/** What can happen to an order after it was placed. */
export type LifeStep = 'pay' | 'confirm' | 'ship' | 'deliver' | 'cancel';

interface Life {
  readonly steps: readonly LifeStep[];
  readonly reaches: OrderStatus;
  readonly cancelledFor?: CancellationReason;
}

/** What an order of each status has been through, and where that leads. */
export const lives: Readonly<Record<OlistStatus, Life>> = {
  created: { steps: [], reaches: 'AwaitingPayment' },
  approved: { steps: ['pay'], reaches: 'AwaitingConfirmation' },
  invoiced: { steps: ['pay', 'confirm'], reaches: 'Confirmed' },
  processing: { steps: ['pay', 'confirm'], reaches: 'Confirmed' },
  shipped: { steps: ['pay', 'confirm', 'ship'], reaches: 'InTransit' },
  delivered: { steps: ['pay', 'confirm', 'ship', 'deliver'], reaches: 'Delivered' },
  unavailable: { steps: ['pay', 'cancel'], reaches: 'Cancelled', cancelledFor: 'out-of-stock' },
  canceled: { steps: ['pay', 'cancel'], reaches: 'Cancelled', cancelledFor: 'other' },
};

/** The status to import by; an unknown one is told from the times that are recorded. */
export function statusToImport(order: OlistOrder, note: NoteAnomaly): OlistStatus {
  const known = olistStatuses.find((status) => status === order.status);
  if (known !== undefined) return known;
  const status = furthestStatus(order);
  note('unknown-status', `status "${order.status}", imported as ${status}`);
  return status;
}

function furthestStatus({ approvedAt, handedOverAt, deliveredAt }: OlistOrder): OlistStatus {
  if (deliveredAt !== undefined) return 'delivered';
  if (handedOverAt !== undefined) return 'shipped';
  return approvedAt === undefined ? 'created' : 'approved';
}
