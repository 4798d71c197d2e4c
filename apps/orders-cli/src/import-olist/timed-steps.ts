import { type NoteAnomaly } from './anomaly.js';
import { type OlistOrder, type OlistStatus } from './olist-rows.js';
import { type LifeStep, lives } from './order-life.js';

/** A step with the instant (ISO 8601, UTC) that it is imported at. */
export interface TimedStep {
  readonly step: LifeStep;
  readonly at: string;
}

/** The steps of the order's life at the times recorded; none lies before the one it follows. */
export function timedSteps(order: OlistOrder, status: OlistStatus, note: NoteAnomaly): TimedStep[] {
  let previous = { what: 'purchase', at: order.purchasedAt };
  return lives[status].steps.map((step) => {
    const recorded = recordedTime(order, step);
    if (recorded !== undefined && recorded < previous.at)
      note('times-out-of-order', `${words[step]} at ${recorded}, but ${previous.what} at ${previous.at}`);
    else if (recorded !== undefined) previous = { what: words[step], at: recorded };
    return { step, at: previous.at };
  });
}

const words: Readonly<Record<LifeStep, string>> = {
  pay: 'approval',
  confirm: 'confirmation',
  ship: 'hand-over to the carrier',
  deliver: 'delivery',
  cancel: 'cancellation',
};

/** Confirmations have no time of their own. Neither have cancellations: they come after all that is recorded. */
function recordedTime(order: OlistOrder, step: LifeStep): string | undefined {
  switch (step) {
    case 'pay':
      return order.approvedAt;
    case 'ship':
      return order.handedOverAt;
    case 'deliver':
      return order.deliveredAt;
    case 'confirm':
      return undefined;
    case 'cancel': {
      const { purchasedAt, approvedAt = '', handedOverAt = '', deliveredAt = '' } = order;
      return [purchasedAt, approvedAt, handedOverAt, deliveredAt].sort().at(-1);
    }
    default:
      return step satisfies never;
  }
}

/** Notes the times that the status calls for and that are not there, and those that are there in spite of it. */
export function checkTimes(order: OlistOrder, status: OlistStatus, paid: boolean, note: NoteAnomaly): void {
  const { steps } = lives[status];
  const { handedOverAt, deliveredAt } = order;
  for (const step of ['pay', 'ship', 'deliver'] as const) {
    const recorded = recordedTime(order, step);
    if (recorded === undefined && steps.includes(step)) noteMissing(step, status, paid, note);
    if (recorded !== undefined && !steps.includes(step) && !steps.includes('cancel'))
      note('time-beyond-status', `${words[step]} at ${recorded}, but the status is ${order.status}`);
  }
  if (!steps.includes('cancel')) return;
  if (deliveredAt !== undefined)
    note('cancelled-after-delivery', `${order.status}, but delivered at ${deliveredAt}`);
  else if (handedOverAt !== undefined)
    note('cancelled-after-hand-over', `${order.status}, but handed over to the carrier at ${handedOverAt}`);
}

function noteMissing(
  step: 'pay' | 'ship' | 'deliver',
  status: OlistStatus,
  paid: boolean,
  note: NoteAnomaly,
): void {
  switch (step) {
    case 'pay':
      if (status === 'delivered') note('delivered-without-approval', 'delivered, but never approved');
      else if (paid) note('paid-without-approval', `${status} and paid, but never approved`);
      return;
    case 'ship':
      return note('hand-over-time-missing', `${status}, but no time of the hand-over to the carrier`);
    case 'deliver':
      return note('delivery-time-missing', `${status}, but no time of the delivery`);
    default:
      return step satisfies never;
  }
}
