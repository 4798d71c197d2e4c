import { type BuyerTab, type SellerTab } from '@app/ordering';
import { invalid, type ProblemError } from '@app/platform';
import { type Cursor, type ListQuery, type Page, readCursor } from '@app/read-models';
import { idPattern } from '../fields/text-fields.js';
import { labelled, type LabelledOrder, type ListReader } from './labelled-order.js';
import { type OrderListDto } from './order-list.dto.js';

type Tab = BuyerTab | SellerTab;

/** What a caller's query asks of the read models. */
export const listQueryOf = <T extends Tab>({
  cursor,
  ...query
}: OrderListDto & { tab?: T }): ListQuery<T> => ({
  ...query,
  after: cursorOf(cursor),
});

/** Throws 400 for what is no cursor of a page. */
export function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const cursor = readCursor(text);
  if (cursor === undefined || !idPattern.test(cursor.orderId)) throw badCursor();
  return cursor;
}

/** 400 for a cursor that no page gave out. */
export const badCursor = (): ProblemError =>
  invalid('query', [{ pointer: '/cursor', code: 'wrong-form', sentence: { key: 'field.cursor' } }]);

/** A page of a list as callers get it; without a cursor it is the last one. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export const pageOf = <T extends Tab>(
  { orders, next }: Page<T>,
  reader: ListReader,
): PageOf<LabelledOrder<T>> => ({
  items: orders.map((order) => labelled(reader)(order)),
  nextCursor: next,
});
