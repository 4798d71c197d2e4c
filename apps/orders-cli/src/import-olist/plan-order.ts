import { commandIdFor, type CommandRequest, orderIdFor } from '@app/order-log';
import {
  type Actor,
  type Address,
  type CreateOrder,
  type OrderCommand,
  type OrderStatus,
} from '@app/ordering';
import { type NoteAnomaly } from './anomaly.js';
import { brlCurrency } from './brl.js';
import { type CapturedPayment } from './captured-payments.js';
import { type Checkout } from './checkout.js';
import { type OlistOrder, type OlistStatus } from './olist-rows.js';
import { type LifeStep, lives } from './order-life.js';
import { type Price } from './price.js';
import { type SellerPart } from './seller-parts.js';
import { type TimedStep } from './timed-steps.js';

/** In whose name the import acts; ids are derived from it, so it never changes. */
export const importer: Actor = { role: 'service', id: 'olist-import' };

/** What the data set does not say. */
const unknown = 'unknown';

/** The commands that make up an order's life, in their sequence, and the status that they lead to. */
export interface PlannedOrder {
  readonly orderId: string;
  readonly requests: readonly CommandRequest[];
  readonly reaches: OrderStatus;
}

/** What one seller's order is planned from. */
export interface OrderRows {
  readonly checkout: Checkout;
  readonly part: SellerPart;
  readonly price: Price;
  /** This order's shares; those of nothing are left out. */
  readonly payments: readonly CapturedPayment[];
  readonly status: OlistStatus;
  readonly steps: readonly TimedStep[];
}

export function planOrder(rows: OrderRows, note: NoteAnomaly): PlannedOrder {
  const { checkout, part, price, status, steps } = rows;
  const checkoutId = checkout.order.orderId;
  const orderId = orderIdFor(importer, `${checkoutId} ${part.sellerId}`);
  const request = (key: string, at: string, command: OrderCommand): CommandRequest => ({
    orderId,
    command,
    commandId: commandIdFor(importer, orderId, key),
    correlationId: checkoutId,
    actor: importer,
    at,
    imported: true,
  });
  const requests = steps.flatMap(({ step, at }) =>
    commandsOf(step, orderId, rows).map(([key, command]) => request(key, at, command)),
  );
  return {
    orderId,
    requests: [request('create', checkout.order.purchasedAt, createCommand(orderId, rows)), ...requests],
    reaches: reachedStatus(status, price, note),
  };
}

function createCommand(orderId: string, { checkout, part, price }: OrderRows): CreateOrder {
  const { order, customer } = checkout;
  const { sellerId, sellerName, lines } = part;
  return {
    type: 'create',
    orderId,
    checkoutId: order.orderId,
    buyerId: customer?.personId ?? `unknown-${order.customerId}`,
    sellerId,
    sellerName,
    currency: brlCurrency,
    lines,
    ...price,
    shippingAddress: addressOf(checkout),
    promisedDelivery: order.estimatedDelivery,
    source: 'other',
  };
}

function addressOf({ customer }: Checkout): Address {
  return {
    recipient: 'unknown (anonymised)',
    street: 'unknown (anonymised)',
    city: customer?.city ?? unknown,
    region: customer?.region,
    postalCode: customer?.postalCode,
    country: 'BR',
  };
}

/** The commands of a step, each with the key that tells it from the order's other commands. */
function commandsOf(step: LifeStep, orderId: string, rows: OrderRows): [key: string, OrderCommand][] {
  const { checkout, payments, status } = rows;
  const { order } = checkout;
  switch (step) {
    case 'pay':
      return payments
        .filter(({ amount }) => amount > 0)
        .map(({ sequence, method, amount }) => [
          `pay-${sequence}`,
          { type: 'pay', paymentId: `${order.orderId}-${sequence}`, method, amount, currency: brlCurrency },
        ]);
    case 'confirm':
      return [[step, { type: 'confirm' }]];
    case 'ship':
      return [
        [
          step,
          {
            type: 'ship',
            method: 'platform',
            carrier: unknown,
            trackingNumber: unknown,
            estimatedDelivery: order.estimatedDelivery,
            checklistDone: false,
          },
        ],
      ];
    case 'deliver':
      return [[step, { type: 'deliver', packageId: commandIdFor(importer, orderId, 'ship') }]];
    case 'cancel':
      return [
        [
          step,
          { type: 'cancel', reason: lives[status].cancelledFor ?? 'other', note: dispatchOnRecord(order) },
        ],
      ];
    default:
      return step satisfies never;
  }
}

/** What a cancelled order cannot have been through, but has on record. */
function dispatchOnRecord({ handedOverAt, deliveredAt }: OlistOrder): string | undefined {
  const record = [
    ...(handedOverAt === undefined ? [] : [`handed over to the carrier at ${handedOverAt}`]),
    ...(deliveredAt === undefined ? [] : [`delivered at ${deliveredAt}`]),
  ];
  return record.length === 0 ? undefined : `On record as ${record.join(' and ')}.`;
}

/** An order that costs nothing is paid from the start. */
function reachedStatus(status: OlistStatus, { total }: Price, note: NoteAnomaly): OrderStatus {
  const { reaches } = lives[status];
  if (reaches !== 'AwaitingPayment' || total > 0) return reaches;
  note('nothing-due', `status ${status}, but goods and freight of 0.00`);
  return 'AwaitingConfirmation';
}
