import { type FoldedOrder } from '@app/order-log';
import { demandOf, type OrderPlaced, reservesStock, unpaidLimit } from '@app/ordering';
import { type Resource } from '../resource.js';
import { settleStream } from '../settle-stream.js';
import { decode } from './codec.js';
import { settleStock } from './decide.js';
import { projectStock } from './stock-list.js';
import { ownerOf, stockStream, stockStreamPrefix } from './stock-stream.js';
import { type Stocks } from './stocks.js';

/** Stock as a thing that orders hold: goods wait for their order until they are sent, cancelled, or changed for others. */
export const stockResource = (stocks: Stocks): Resource => ({
  prefix: stockStreamPrefix,
  reservationIn(recorded) {
    const event = decode(recorded);
    return event.type === 'StockReserved' ? { orderId: event.data.orderId, held: true } : undefined;
  },
  streamsOf: ({ data }: OrderPlaced) =>
    (data.stocked ?? []).map((productId) => stockStream(data.sellerId, productId)),
  takesBack: ({ sellerId, lines }) =>
    lines.filter(({ stocked }) => stocked).map(({ productId }) => stockStream(sellerId, productId)),
  async settle(stream, orderId, folded) {
    await settleStockStream(stocks, stream, orderId, folded);
    return folded !== undefined && demandOf(folded.order).some(({ open }) => open > 0);
  },
  project: projectStock,
});

/** Brings what one stock holds for an order in line with the order as it is; gives it back where there is none. */
export async function settleStockStream(
  stocks: Stocks,
  stream: string,
  orderId: string,
  folded: Pick<FoldedOrder, 'order' | 'revision'> | undefined,
): Promise<void> {
  const { productId } = ownerOf(stream);
  const takes = folded !== undefined && reservesStock(folded.order) ? demandOf(folded.order) : [];
  const demands = takes.filter((demand) => demand.productId === productId);
  const secured = folded !== undefined && unpaidLimit(folded.order) === undefined;
  const at = new Date().toISOString();
  await settleStream(stocks, stream, (stock) =>
    settleStock(stock, { orderId, demands, revision: folded?.revision, secured }, at),
  );
}
