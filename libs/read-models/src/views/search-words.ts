import { type OrderView } from './order-view.js';

/** An order of a thousand lines is found by the words of its first ones. */
const maxWords = 500;

/** The words that an order is found by, each after a blank: its ids, its products, its buyer and its seller. */
export function searchWords({ order, sellerName, lines }: OrderView): string {
  const ids = [order.orderId, order.checkoutId, order.buyerId, order.sellerId];
  const texts = [sellerName, ...lines.flatMap((line) => [line.productId, line.title, line.variant ?? ''])];
  const words = new Set([...wholeWords(ids.join(' ')), ...wordsAndParts(texts.join(' '))]);
  return [...words]
    .slice(0, maxWords)
    .map((word) => ` ${word}`)
    .join('');
}

/** What somebody typed, as the beginnings of words that all have to be there. */
export const wordBeginnings = (typed: string): string[] => [...new Set(wholeWords(typed))];

/** An id is one word with or without its hyphens. */
const wholeWords = (text: string): string[] => wordsIn(plain(text).replace(/[^\p{L}\p{N}\s]+/gu, ''));

/** "T-shirt" is a word as a whole, and so are its parts. */
const wordsAndParts = (text: string): string[] => [...wholeWords(text), ...wordsIn(plain(text))];

/** What is longer than any word is cut to pieces, for an index takes no more than two kilobytes. */
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]{1,60}/gu) ?? [];

/** Without accents and capitals, so that "cafe" finds "Café". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
