import { type Engines } from '@app/engines';
import { demandOf, type Order, reservesStock } from '@app/ordering';
import { listProduct, ownerOf, type Stocks, stockStreamPrefix } from '@app/reservations';
import { type Compared, stillDiffers } from './still-differs.js';
import { streamsWith } from './streams-with.js';

/** By variant: what is on hand and held, or what an order holds and what left with it; '' is a product without variants. */
type Units = Readonly<Record<string, readonly [number, number]>>;

/** An order that holds other goods than it takes, or a product that is listed otherwise than its stream says. */
export interface StockDifference extends Compared<Units> {
  readonly table: 'stock';
  readonly key: { readonly seller_id: string; readonly product_id: string; readonly order_id?: string };
}

/** Compares what each order holds of its seller's stock with what it takes, and the lists of stock with the streams. */
export async function* verifyStock(engines: Engines): AsyncGenerator<StockDifference> {
  const {
    database: { pool },
    orderLog,
    stocks,
  } = engines;
  for await (const { event, orderId } of orderLog.everything()) {
    if (event.type !== 'OrderPlaced') continue;
    const seller_id = event.data.sellerId;
    for (const product_id of event.data.stocked ?? []) {
      const difference = await stillDiffers(async () => {
        const { order } = (await orderLog.read(orderId))!;
        return { expected: takenBy(order, product_id), found: await heldFor(order, product_id, stocks) };
      });
      if (difference)
        yield { table: 'stock', key: { seller_id, product_id, order_id: orderId }, ...difference };
    }
  }
  for (const stream of await streamsWith(engines, stockStreamPrefix)) {
    const { sellerId, productId } = ownerOf(stream);
    const difference = await stillDiffers(async () => {
      const stock = await stocks.find(sellerId, productId);
      const variants = [...stock!.variants].map(([variant, variantStock]) => ({ variant, ...variantStock }));
      return { expected: shown(variants), found: shown(await listProduct(pool, sellerId, productId)) };
    });
    if (difference)
      yield { table: 'stock', key: { seller_id: sellerId, product_id: productId }, ...difference };
  }
}

const takenBy = (order: Order, product: string): Units =>
  byVariant(
    (reservesStock(order) ? demandOf(order) : [])
      .filter(({ productId, open, sent }) => productId === product && open + sent > 0)
      .map(({ variant, open, sent, back }) => [variant, [open, sent - back]]),
  );

async function heldFor({ sellerId, orderId }: Order, product: string, stocks: Stocks): Promise<Units> {
  const stock = await stocks.find(sellerId, product);
  return byVariant(
    [...(stock?.holdingsOf(orderId) ?? [])].map(({ variant, held, shipped, returned }) => [
      variant,
      [held, shipped - returned],
    ]),
  );
}

const shown = (listed: readonly { variant?: string; onHand: number; held: number }[]): Units =>
  byVariant(listed.map(({ variant, onHand, held }) => [variant, [onHand, held]]));

const byVariant = (
  units: readonly [variant: string | undefined, units: readonly [number, number]][],
): Units =>
  Object.fromEntries(
    units
      .map(([variant = '', counted]) => [variant, counted] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
