import { demandOf, holdsStock, type Order, type OrderPlaced } from '@app/ordering';
import { type Resource } from '@app/reservations';
import { decode } from './codec.js';
import { settle } from './decide.js';
import { projectStock } from './stock-list.js';
import { ownerOf, stockStream, stockStreamPrefix } from './stock-stream.js';
import { type Stocks } from './stocks.js';

/** Stock as a thing that orders hold: goods wait for their order until they are sent, cancelled, or changed for others. */
export const stockResource = (stocks: Stocks): Resource => ({
  prefix: stockStreamPrefix,
  holdIn(recorded) {
    const event = decode(recorded);
    return event.type === 'StockReserved' ? { orderId: event.data.orderId, held: true } : undefined;
  },
  streamsOf: ({ data }: OrderPlaced) =>
    (data.stocked ?? []).map((productId) => stockStream(data.sellerId, productId)),
  async settle(stream, orderId, order) {
    await settleStock(stocks, stream, orderId, order);
    return order !== undefined && demandOf(order).some(({ open }) => open > 0);
  },
  project: projectStock,
});

/** Brings what one stock holds for an order in line with the order; gives it back where there is none. */
export async function settleStock(
  stocks: Stocks,
  stream: string,
  orderId: string,
  order: Order | undefined,
): Promise<void> {
  const { productId } = ownerOf(stream);
  const demands = order !== undefined && holdsStock(order) ? demandOf(order) : [];
  const ofProduct = demands.filter((demand) => demand.productId === productId);
  const at = new Date().toISOString();
  const outcome = await stocks.change(stream, {}, (stock) =>
    settle(stock, orderId, ofProduct, order === undefined ? 'no-order' : 'order-changed', at),
  );
  if ('refusal' in outcome) throw new Error(`${stream} cannot be settled: ${outcome.refusal.code}.`);
}
