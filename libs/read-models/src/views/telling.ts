import { type Units } from '@app/ordering';
import { type OrderView } from './order-view.js';

/** An event as its buyer and its seller read it. Amounts are facts: a screen writes them its own way. */
export interface Telling {
  readonly buyerLabel: string;
  readonly sellerLabel: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export const toBoth = (buyerLabel: string, sellerLabel: string, facts?: Telling['facts']): Telling => ({
  buyerLabel,
  sellerLabel,
  facts,
});
export const toAll = (label: string, facts?: Telling['facts']): Telling => toBoth(label, label, facts);

/** "2 × Blue shirt, 1 × Socks and 3 more": the goods by name, as many as a sentence bears. */
export function goods(view: OrderView, units: readonly Units[]): string {
  const named = units.slice(0, 2).map(({ lineId, quantity }) => {
    const line = view.lines.find((candidate) => candidate.lineId === lineId);
    return `${quantity} × ${line?.title ?? lineId}`;
  });
  const more = units.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export const because = (reason: string): string => (reason === 'other' ? '' : ` (${words(reason)})`);

/** `bank-transfer` as people write it. */
export const words = (code: string): string => code.replaceAll('-', ' ');
