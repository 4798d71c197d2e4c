import { type OrderEntry } from '@app/order-log';
import { neverCame, type OrderEvent, payable } from '@app/ordering';
import { tellCase } from './case-sentences.js';
import { type Cause, causeOf, type OrderView, type PackageView } from './order-view.js';
import { tellChange } from './tell-changes.js';
import { because, goods, type Telling, toAll, toBoth, words } from './telling.js';

export function tell(view: OrderView, entry: OrderEntry): Telling {
  const event: OrderEvent = entry.event;
  switch (event.type) {
    case 'OrderPlaced': {
      const { total, currency } = view.receipt;
      return toBoth('You placed the order.', 'The buyer placed the order.', { total, currency });
    }
    case 'PaymentCaptured': {
      const { method } = event.data;
      const means = method === 'other' ? '' : ` by ${words(method)}`;
      const rest = payable(view.order) > 0 ? ' A part of the price is still to be paid.' : '';
      return toBoth(`Your payment${means} arrived.${rest}`, `The buyer paid${means}.${rest}`, event.data);
    }
    case 'HoldReleased':
      return toBoth('The order went on to the seller.', 'The order can be confirmed now.');
    case 'OrderConfirmed':
      return toBoth(
        'The seller confirmed your order.',
        `The order was confirmed${causeOf(entry) === 'timer' ? ' automatically' : ''}.`,
      );
    case 'StockMissing': {
      const { units } = event.data;
      return toBoth(
        'The seller has to see whether everything is in stock.',
        `Not confirmed automatically, because it is not in stock: ${goods(view, units)}.`,
        { units },
      );
    }
    case 'ShipmentLate':
      return toBoth('The seller is late in sending your order.', 'The time to send the order is over.', {
        dueAt: event.data.dueAt,
      });
    case 'GoodsProvided': {
      const { units } = event.data;
      return toAll(`Provided without shipping: ${goods(view, units)}.`, { units });
    }
    case 'PackageArranged': {
      const parcel = packageOf(view, event.data.packageId);
      const what = goods(view, parcel.units);
      return toBoth(`The seller packed ${what}.`, `A package was made of ${what}.`, factsOf(parcel));
    }
    case 'PackageUnpacked': {
      const { units } = event.data;
      return toAll(`Cancelled goods left a package: ${goods(view, units)}.`, event.data);
    }
    case 'PackageShipped': {
      const parcel = packageOf(view, event.data.packageId);
      return toAll(
        `A package was handed to ${parcel.carrier}, tracking number ${parcel.trackingNumber}.`,
        factsOf(parcel),
      );
    }
    case 'PackageScanned': {
      const { packageId, code, place, scannedAt } = event.data;
      const { carrier } = packageOf(view, packageId);
      const where = place === undefined ? '' : `, ${place}`;
      return toAll(`${carrier}: ${words(code).toLowerCase()}${where}.`, {
        packageId,
        code,
        place,
        scannedAt,
      });
    }
    case 'DeliveryDelayed':
      return tellDelay(event.data);
    case 'DeliveryEstimateChanged': {
      const { newEstimate, packageId } = event.data;
      return toAll(`${what(packageId)} is now expected by ${newEstimate}.`, { ...event.data });
    }
    case 'PackageDelivered': {
      const parcel = packageOf(view, event.data.packageId);
      const delivered = `${parcel.carrier} delivered ${goods(view, parcel.units)}`;
      return parcel.lostAt === undefined
        ? toAll(`${delivered}.`, factsOf(parcel))
        : toBoth(
            `${delivered} after all. It had counted as lost, and your refund stays as it is.`,
            `${delivered} after all. It had counted as lost, and the buyer's refund stays as it is.`,
            factsOf(parcel),
          );
    }
    case 'OrderDelivered': {
      const lost = neverCame(view.order);
      if (lost.length === 0) return toBoth('Everything has arrived.', 'Everything has reached the buyer.');
      const but = `${goods(view, lost)} never arrived.`;
      return toBoth(`Nothing more is to come: ${but}`, `Nothing more is to reach the buyer: ${but}`, {
        lost,
      });
    }
    case 'OrderCompleted':
      return causeOf(entry) === 'timer'
        ? toAll(
            `The order was completed automatically, ${view.order.policy.autoCompleteDays} days after delivery.`,
          )
        : toBoth('You confirmed the receipt.', 'The buyer confirmed the receipt.');
    case 'LinesCancelled':
      return tellCancelled(view, event.data);
    case 'CancellationRequested': {
      const { cancellationId, units, reason } = event.data;
      const what = goods(view, units);
      return toBoth(`You asked to cancel ${what}.`, `The buyer asks to cancel ${what}${because(reason)}.`, {
        cancellationId,
        units,
        reason,
      });
    }
    case 'CancellationApproved': {
      const { cancellationId } = event.data;
      return causeOf(entry) === 'timer'
        ? toAll('The seller did not answer in time, so the cancellation was granted.', { cancellationId })
        : toBoth('The seller agreed to the cancellation.', 'The cancellation was granted.', {
            cancellationId,
          });
    }
    case 'CancellationRejected': {
      const { cancellationId } = event.data;
      return toBoth('The seller turned the cancellation down.', 'The cancellation was turned down.', {
        cancellationId,
      });
    }
    case 'CancellationWithdrawn': {
      const { cancellationId } = event.data;
      return toBoth('You withdrew your request to cancel.', 'The buyer withdrew the request to cancel.', {
        cancellationId,
      });
    }
    case 'AddressChangeRequested':
    case 'AddressChangeApplied':
    case 'AddressChangeRejected':
    case 'AddressChangeWithdrawn':
    case 'LinesChangeRequested':
    case 'LinesChangeApproved':
    case 'LinesChangeApplied':
    case 'LinesChangeRejected':
    case 'LinesChangeWithdrawn':
      return tellChange(view, event);
    case 'MessagePosted': {
      const { messageId, from } = event.data;
      const wrote = (reader: Cause) => `${nameOf(from, reader)} wrote a message.`;
      return toBoth(wrote('buyer'), wrote('seller'), { messageId, from });
    }
    case 'ReviewRequested':
      return toBoth('You were asked how the order was.', 'The buyer was asked for a review.');
    case 'ReviewSubmitted': {
      const { score } = event.data;
      const gave = `gave the order ${score} of 5.`;
      return toBoth(`You ${gave}`, `The buyer ${gave}`, { score });
    }
    default:
      return tellCase(view, event);
  }
}

function tellCancelled(
  view: OrderView,
  { cancellationId, units, reason }: Extract<OrderEvent, { type: 'LinesCancelled' }>['data'],
): Telling {
  const facts = { cancellationId, units, reason };
  // Where the buyer had asked for it, that is the buyer, although the seller's answer made this event.
  const by = view.cancellations.find((known) => known.cancellationId === cancellationId)!.by;
  if (by === 'timer')
    return toAll(
      reason === 'unpaid'
        ? 'The order was not paid in time and was cancelled.'
        : `${goods(view, units)} of the order were not sent in time and were cancelled.`,
      facts,
    );
  const did = `cancelled ${goods(view, units)}${because(reason)}.`;
  return toBoth(`${nameOf(by, 'buyer')} ${did}`, `${nameOf(by, 'seller')} ${did}`, facts);
}

/** What a person wrote, and the code of a voucher, stand with the order's estimates. */
function tellDelay({
  packageId,
  newEstimate,
  previousEstimate,
  cause,
  offer,
}: Extract<OrderEvent, { type: 'DeliveryDelayed' }>['data']): Telling {
  const facts = {
    packageId,
    newEstimate,
    previousEstimate,
    cause,
    offer: offer && { kind: offer.kind, amount: offer.amount },
  };
  const amends = offer === undefined ? '' : ` To make up for it: ${offerWords[offer.kind]}.`;
  return toAll(
    `${what(packageId)} is delayed${because(cause)} and expected by ${newEstimate}.${amends}`,
    facts,
  );
}

const offerWords = { voucher: 'a voucher', 'faster-shipping': 'faster shipping' } as const;

const what = (packageId: string | undefined): string =>
  packageId === undefined ? 'The delivery' : 'A package';

function nameOf(who: Cause, reader: Cause): string {
  if (who === reader) return 'You';
  return who === 'buyer' || who === 'seller' ? `The ${who}` : 'The marketplace';
}

const packageOf = (view: OrderView, packageId: string): PackageView =>
  view.packages.find((parcel) => parcel.packageId === packageId)!;

const factsOf = ({ packageId, units, method, carrier, trackingNumber, estimatedDelivery }: PackageView) => ({
  packageId,
  units,
  method,
  carrier,
  trackingNumber,
  estimatedDelivery,
});
