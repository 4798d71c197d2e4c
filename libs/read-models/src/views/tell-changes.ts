import { type ChangeRejection, type ChangesEvent, type LineTerms } from '@app/ordering';
import { moneyText } from '@app/words';
import { type OrderView } from './order-view.js';
import { type Telling } from './telling.js';

/** What happened to a change, without a word of an address or of what a person wrote. */
export function tellChange(view: OrderView, event: ChangesEvent): Telling {
  const { changeId } = event.data;
  const told = (buyerLabel: string, sellerLabel: string, facts?: Telling['facts']): Telling => ({
    buyerLabel,
    sellerLabel,
    facts: { changeId, ...facts },
  });
  switch (event.type) {
    case 'AddressChangeRequested':
      return told('You asked for another address.', 'The buyer asks for another address.');
    case 'AddressChangeApplied':
      return told('The order goes to the new address.', 'The order goes to another address.');
    case 'LinesChangeRequested': {
      const what = `${wanted(view, event.data)}${priceText(event.data)}`;
      return told(`You asked for ${what}.`, `The buyer asks for ${what}.`, factsOf(event.data));
    }
    case 'LinesChangeApproved':
      return told(
        `The seller agreed to your change${priceText(event.data)}: it is made when that is paid.`,
        'The change was granted: it is made when the buyer has paid for it.',
        { priceDifference: event.data.priceDifference },
      );
    case 'LinesChangeApplied': {
      const what = `${wanted(view, event.data)}${priceText(event.data)}`;
      return told(
        `The order was changed to ${what}.`,
        `The order was changed to ${what}.`,
        factsOf(event.data),
      );
    }
    case 'AddressChangeRejected':
    case 'LinesChangeRejected': {
      const { reason } = event.data;
      return told(...notMade[reason], { reason });
    }
    case 'AddressChangeWithdrawn':
    case 'LinesChangeWithdrawn':
      return told('You withdrew your change.', 'The buyer withdrew the change.');
    default:
      return event satisfies never;
  }
}

/** Why a change was not made, as the buyer and as the seller reads it. */
const notMade: Readonly<Record<ChangeRejection, readonly [buyer: string, seller: string]>> = {
  declined: ['The seller turned your change down.', 'The change was turned down.'],
  cancelled: ['Your change fell away with what was cancelled.', 'The change fell away.'],
  unanswered: [
    'Your change was not made, for the seller did not answer in time.',
    'The change was not made, for it was not answered in time.',
  ],
  unpaid: [
    'Your change was not made, for it was not paid in time.',
    'The change was not made, for the buyer did not pay for it in time.',
  ],
};

type Lines = Extract<ChangesEvent, { type: 'LinesChangeApplied' }>['data'];

const factsOf = ({ before, after, priceDifference, currency }: Lines) => ({
  before,
  after,
  priceDifference,
  currency,
});

/** "3 × Shirt (XL)": the lines as they are to be, as many as a sentence bears. */
function wanted(view: OrderView, { after }: Lines): string {
  const named = after.slice(0, 2).map(({ lineId, quantity, variant }: LineTerms) => {
    const title = view.lines.find((line) => line.lineId === lineId)?.title ?? lineId;
    return `${quantity} × ${title}${variant === undefined ? '' : ` (${variant})`}`;
  });
  const more = after.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function priceText({ priceDifference, currency }: Pick<Lines, 'priceDifference' | 'currency'>): string {
  if (priceDifference === 0) return '';
  const amount = moneyText(Math.abs(priceDifference), currency);
  return priceDifference > 0 ? `, for ${amount} more` : `, for ${amount} less`;
}
