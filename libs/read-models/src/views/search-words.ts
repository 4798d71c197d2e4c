import { foldText } from './fold-text.js';
import { type OrderView } from './order-view.js';

/** An order of a thousand lines is found by the words of its first ones. */
const maxWords = 1000;
/** An index takes no more than two kilobytes, so what is longer is found piece by piece. */
const longestWord = 60;
const longestUnspaced = 12;

const unspaced = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]`;
/** A run of letters and digits, either of a script that has blanks between its words or of one that has none. */
const run = new RegExp(
  String.raw`(?<unspaced>(?:(?=${unspaced})[\p{L}\p{M}\p{N}])+)|(?:(?!${unspaced})[\p{L}\p{M}\p{N}])+`,
  'gu',
);
const signs = /[^\p{L}\p{M}\p{N}\s]+/gu;

/**
 * The words that an order is found by, each after a blank: its ids, its parcels' numbers, whom and where it goes to, its
 * products, its buyer and its seller. Personal data: recipient, phone and city.
 */
export function searchWords(view: OrderView): string {
  const { order, sellerName, lines, packages, returns } = view;
  const { recipient, phone = '', city } = order.shippingAddress;
  const ids = [order.orderId, order.checkoutId, order.buyerId, order.sellerId];
  const parcels = [...packages, ...returns].map(({ trackingNumber = '' }) => trackingNumber);
  const goods = lines.flatMap(({ productId, title, variant = '' }) => [productId, title, variant]);
  const words = new Set([
    ...ids.flatMap(joinedWords),
    ...parcels.flatMap((number) => [...joinedWords(number.replace(/\s/gu, '')), ...wordsIn(number)]),
    ...phoneWords(phone),
    ...[recipient, city, sellerName, ...goods].flatMap((text) => [...joinedWords(text), ...wordsIn(text)]),
  ]);
  return [...words]
    .slice(0, maxWords)
    .map((word) => ` ${word}`)
    .join('');
}

/** What somebody typed, as the beginnings of words that all have to be there; none where it holds no word. */
export function wordBeginnings(typed: string): string[] {
  const folded = foldText(typed);
  const number = folded.replace(/\D/gu, '');
  // A number of a phone or a parcel is one word, however it is spaced.
  if (number.length >= 7 && /^[\d\s+().\-/]+$/u.test(folded)) return [number];
  return [...new Set(runsIn(folded.replace(signs, '')).flatMap(piecesOf))];
}

interface Run {
  readonly text: string;
  readonly unspaced: boolean;
}

const runsIn = (folded: string): Run[] =>
  [...folded.matchAll(run)].map(({ 0: text, groups }) => ({
    text,
    unspaced: groups!.unspaced !== undefined,
  }));

/** "T-shirt" is one word, as an id is, with or without its hyphens. */
const joinedWords = (text: string): string[] => wordsOf(foldText(text).replace(signs, ''));

/** "T-shirt" is two words. */
const wordsIn = (text: string): string[] => wordsOf(foldText(text));

/** Where a script has no blanks, a word begins with every letter. */
const wordsOf = (folded: string): string[] =>
  runsIn(folded).flatMap((found) => {
    if (!found.unspaced) return piecesOf(found);
    const letters = [...found.text];
    return letters.map((_, at) => letters.slice(at, at + longestUnspaced).join(''));
  });

function piecesOf({ text, unspaced }: Run): string[] {
  const [letters, longest] = [[...text], unspaced ? longestUnspaced : longestWord];
  const pieces = Math.ceil(letters.length / longest);
  return Array.from({ length: pieces }, (_, n) => letters.slice(n * longest, (n + 1) * longest).join(''));
}

/** With the country's code of one to three digits or without, then with the zero that replaces it; or the last four digits. */
function phoneWords(phone: string): string[] {
  const digits = foldText(phone).replace(/\D/gu, '').replace(/^00/u, '');
  const national = [1, 2, 3].map((code) => digits.slice(code)).filter(({ length }) => length >= 6);
  return [digits, ...national, ...national.map((rest) => `0${rest}`), digits.slice(-4)].filter(Boolean);
}
