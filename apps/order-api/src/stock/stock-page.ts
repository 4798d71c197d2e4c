import { type ListedStock } from '@app/reservations';
import { badCursor } from '../lists/order-page.js';
import { presentListed, type StockPageDto } from './stock.dto.js';

type Place = Pick<ListedStock, 'productId' | 'variant'>;

/** A page of a list that was read with one entry more than the page holds. */
export function stockPage(listed: readonly ListedStock[], limit: number): StockPageDto {
  const items = listed.slice(0, limit);
  const last = listed.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(presentListed),
    ...(last === undefined ? {} : { nextCursor: writeCursor(last) }),
  };
}

const writeCursor = ({ productId, variant = '' }: Place): string =>
  Buffer.from(JSON.stringify([productId, variant])).toString('base64url');

/** Throws 400 for what is no cursor of a page. */
export function stockCursor(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  try {
    const [productId, variant] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (typeof productId === 'string' && typeof variant === 'string') return { productId, variant };
  } catch {
    // Answered below.
  }
  throw badCursor();
}
