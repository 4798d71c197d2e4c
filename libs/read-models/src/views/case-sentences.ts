import { type ClaimsEvent, type RefundsEvent, type ReturnsEvent } from '@app/ordering';
import { type OrderView } from './order-view.js';
import { because, goods, type Telling, toAll, toBoth, words } from './telling.js';

/** An event of a return, a claim or a refund as its buyer and its seller read it. */
export function tellCase(view: OrderView, event: ReturnsEvent | ClaimsEvent | RefundsEvent): Telling {
  const { currency } = view.order;
  switch (event.type) {
    case 'ReturnRequested': {
      const { returnId, units, reason } = event.data;
      const what = goods(view, units);
      return toBoth(`You asked to return ${what}.`, `The buyer asks to return ${what}${because(reason)}.`, {
        returnId,
        units,
        reason,
      });
    }
    case 'ReturnApproved': {
      const { returnId, timer } = event.data;
      return timer === undefined
        ? toBoth('The seller agreed to the return.', 'The return was granted.', { returnId })
        : toBoth(
            'The return was granted, for the seller did not answer in time.',
            'The return was granted, for it was not answered in time.',
            { returnId },
          );
    }
    case 'ReturnRejected':
      return toBoth('The seller turned the return down.', 'The return was turned down.', idOf(event.data));
    case 'PartialRefundOffered': {
      const { returnId, amount } = event.data;
      return toBoth(
        'The seller offers a part of the price if you keep the goods.',
        'A part of the price was offered to the buyer.',
        { returnId, amount, currency },
      );
    }
    case 'PartialRefundAccepted': {
      const { returnId, amount } = event.data;
      return toBoth('You took the offer and keep the goods.', 'The buyer took the offer.', {
        returnId,
        amount,
        currency,
      });
    }
    case 'PartialRefundDeclined':
      return event.data.timer === undefined
        ? toBoth('You declined the offer.', 'The buyer declined the offer.', idOf(event.data))
        : toAll('The offer was not answered in time and has lapsed.', idOf(event.data));
    case 'ReturnWithdrawn':
      return toBoth('You withdrew the return.', 'The buyer withdrew the return.', idOf(event.data));
    case 'ReturnShipped': {
      const { returnId, carrier, trackingNumber } = event.data;
      const how = `with ${carrier}, tracking number ${trackingNumber}.`;
      return toBoth(`You sent the goods back ${how}`, `The buyer sent the goods back ${how}`, {
        returnId,
        carrier,
        trackingNumber,
      });
    }
    case 'ReturnScanned': {
      const { returnId, code, scannedAt } = event.data;
      return toAll('The carrier scanned the return.', { returnId, code, scannedAt });
    }
    case 'ReturnReceived':
      return event.data.timer === undefined
        ? toBoth('The seller has the goods back.', 'The return has arrived.', idOf(event.data))
        : toAll('The return counts as received, for nothing was said in time.', idOf(event.data));
    case 'ReturnReceiptRefused':
      return toBoth(
        'The seller does not accept what you sent back.',
        'What was sent back was not accepted.',
        idOf(event.data),
      );
    case 'ReturnClosed': {
      const { returnId, outcome } = event.data;
      return outcome === 'refunded'
        ? toAll('The return is done.', { returnId, outcome })
        : toAll('The return ended, for nothing was sent back in time.', { returnId, outcome });
    }
    case 'ClaimOpened': {
      const { claimId, kind, units, packageId } = event.data;
      const said = `${goods(view, units)}: ${words(kind)}.`;
      return toBoth(`You made a claim about ${said}`, `The buyer made a claim about ${said}`, {
        claimId,
        kind,
        units,
        packageId,
      });
    }
    case 'ClaimAnswered': {
      const { claimId, accepted } = event.data;
      return accepted
        ? toBoth('The seller accepted your claim.', 'The claim was accepted.', { claimId, accepted })
        : toBoth('The seller disputes your claim.', 'The claim was disputed.', { claimId, accepted });
    }
    case 'ClaimEscalated':
      return event.data.timer === undefined
        ? toBoth(
            'You asked the marketplace to decide the claim.',
            'The buyer asked the marketplace to decide the claim.',
            idOf(event.data),
          )
        : toAll(
            'The marketplace decides the claim, for the seller did not answer in time.',
            idOf(event.data),
          );
    case 'ClaimWithdrawn':
      return toBoth('You withdrew your claim.', 'The buyer withdrew the claim.', idOf(event.data));
    case 'ClaimResolved': {
      const { claimId, resolvedFor } = event.data;
      return toBoth(
        `The claim was decided ${resolvedFor === 'buyer' ? 'for you' : 'for the seller'}.`,
        `The claim was decided ${resolvedFor === 'buyer' ? 'for the buyer' : 'for you'}.`,
        { claimId, resolvedFor },
      );
    }
    case 'RefundInitiated': {
      const { note: _, ...facts } = event.data;
      const by = facts.expectedBy === undefined ? '' : `, expected by ${facts.expectedBy}`;
      return toBoth(`A refund is on its way to you${by}.`, 'A refund to the buyer was started.', facts);
    }
    case 'RefundSettled':
      return toBoth(
        'The refund was paid out to you.',
        'The refund was paid out.',
        refundOf(view, event.data),
      );
    case 'RefundFailed':
      return toBoth('The refund could not be paid out.', 'The refund could not be paid out.', {
        ...refundOf(view, event.data),
        cause: event.data.cause,
      });
    case 'RefundRetried': {
      const { expectedBy } = event.data;
      return toBoth(`The refund is tried again, expected by ${expectedBy}.`, 'The refund is tried again.', {
        ...refundOf(view, event.data),
        expectedBy,
      });
    }
    case 'RefundHandedOver':
      return toAll('The marketplace takes care of the refund in person.', refundOf(view, event.data));
    default:
      return event satisfies never;
  }
}

const idOf = ({
  returnId,
  claimId,
}: {
  readonly returnId?: string;
  readonly claimId?: string;
}): Telling['facts'] => (returnId === undefined ? { claimId } : { returnId });

const refundOf = ({ refunds, order }: OrderView, { refundId }: { readonly refundId: string }) => ({
  refundId,
  amount: refunds.find((known) => known.refundId === refundId)?.amount,
  currency: order.currency,
});
