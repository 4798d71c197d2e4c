import { type BuyerTab, type SellerTab } from '@app/ordering';
import { type ListedOrder, type TabCounts } from '@app/read-models';
import { type Key, type Locale, text } from '@app/words';

/** Whose list it is, and how it is read. */
export type ListReader = { readonly of: 'buyer' | 'seller'; readonly locale: Locale };

/** An order of a list with its status and tab in words. */
export type LabelledOrder<Tab extends BuyerTab | SellerTab = BuyerTab | SellerTab> = ListedOrder<Tab> & {
  readonly label: string;
  readonly tabLabel: string;
};

export const labelled =
  ({ of, locale }: ListReader) =>
  <Tab extends BuyerTab | SellerTab>(order: ListedOrder<Tab>): LabelledOrder<Tab> => ({
    ...order,
    label: text(locale, `status.${order.status}.${of}`),
    tabLabel: text(locale, `tab.${of}.${order.tab}` as Key),
  });

/** The same of page after page. */
export async function* labelledPages(
  pages: AsyncGenerator<readonly ListedOrder<BuyerTab | SellerTab>[], void>,
  reader: ListReader,
): AsyncGenerator<readonly LabelledOrder[], void> {
  for await (const page of pages) yield page.map(labelled(reader));
}

/** A tab as people read it, and how many orders stand in it. */
export interface LabelledTab {
  readonly tab: string;
  readonly label: string;
  readonly orders: number;
}

/** The tabs in the order in which they are shown. */
export const labelledTabs = (counts: TabCounts<string>, { of, locale }: ListReader): LabelledTab[] =>
  Object.entries(counts).map(([tab, orders]) => ({
    tab,
    label: text(locale, `tab.${of}.${tab}` as Key),
    orders,
  }));
