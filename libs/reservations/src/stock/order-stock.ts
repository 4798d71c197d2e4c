import { type CommandRefusal, type DecidedCommand, type FoldedOrder, refuseSending } from '@app/order-log';
import {
  type Demand,
  demandOf,
  type Order,
  type OrderCommand,
  refuseShortage,
  refuseUnpaid,
  reservesStock,
  type Units,
  unitsLacking,
  unpaidLimit,
} from '@app/ordering';
import { type Causation } from '../resource-codec.js';
import { releaseStock, type ReservationRequest, reserveStock } from './decide.js';
import { type StockEvent, type VariantQuantity } from './events.js';
import { type StockRefusal } from './stock-refusal.js';
import { settleStockStream } from './stock-resource.js';
import { stockId, stockStream } from './stock-stream.js';
import { type Stocks } from './stocks.js';

/** What orders need of the stock, kept in the streams of `Stocks`. */
export class OrderStock {
  constructor(private readonly stocks: Stocks) {}

  /** Those of the products that the seller keeps stock of. */
  async stockedAmong(sellerId: string, productIds: readonly string[]): Promise<string[]> {
    const products = [...new Set(productIds)];
    const kept = await Promise.all(products.map((productId) => this.stocks.isKept(sellerId, productId)));
    return products.filter((_, index) => kept[index]);
  }

  /** Units of the order that are not there to be sent. Holds before what the order should hold by now. */
  async missingOf(folded: FoldedOrder): Promise<Units[]> {
    const { order } = folded;
    await this.settle(order, folded);
    const missing: Units[] = [];
    for (const demand of demandOf(order)) {
      const { productId, variant } = demand;
      const stock = await this.stocks.find(order.sellerId, productId);
      const lacking = stock?.ofVariant(variant).missingFor(order.orderId) ?? 0;
      missing.push(...unitsLacking(order, demand, lacking));
    }
    return missing;
  }

  /** Holds what the order takes more after the command than before; a refusal where not all of it is there. */
  async reserve(decided: DecidedCommand): Promise<CommandRefusal | undefined> {
    const { request, before, after } = decided;
    if (!reservesStock(after)) return this.shortageOf(decided);
    const { command, actor, correlationId } = request;
    const causation = { actor, correlationId };
    const change = { orderId: after.orderId, decidedOn: before?.revision, ...unpaidOf(after) };
    const taken: { readonly id: string; readonly amounts: readonly VariantQuantity[] }[] = [];
    for (const [productId, demands] of growing(before?.order, after)) {
      const id = stockId(after.sellerId, productId);
      const { refusal, amounts } = await this.take(id, { ...change, demands }, causation);
      if (refusal !== undefined) {
        for (const { id: other, amounts: more } of taken)
          await this.stocks.change(other, causation, (stock) => releaseStock(stock, change, more, now()));
        return refusalOf(command, after, productId, refusal);
      }
      taken.push({ id, amounts });
    }
    return undefined;
  }

  /** What `reserve` would refuse now; holds nothing. */
  async shortageOf({ request, before, after }: DecidedCommand): Promise<CommandRefusal | undefined> {
    for (const [productId, demands] of growing(before?.order, after)) {
      const stock = await this.stocks.find(after.sellerId, productId);
      const decided = reserveStock(stock, { orderId: after.orderId, demands, ...unpaidOf(after) }, now());
      if (decided.kind === 'refused') return refusalOf(request.command, after, productId, decided.refusal);
    }
    return undefined;
  }

  /** Brings what is held for the products of `wanted` in line with the order as it is; gives it back where there is none. */
  async settle(wanted: Order, folded: FoldedOrder | undefined): Promise<void> {
    for (const productId of productsOf(demandOf(wanted)))
      await settleStockStream(this.stocks, stockStream(wanted.sellerId, productId), wanted.orderId, folded);
  }

  /** What was reserved by this very call, or why nothing was. */
  private async take(id: string, request: ReservationRequest, causation: Causation) {
    let events: readonly StockEvent[] = [];
    const outcome = await this.stocks.change(id, causation, (stock) => {
      const decided = reserveStock(stock, request, now());
      events = decided.kind === 'accepted' ? decided.events : [];
      return decided;
    });
    const amounts = events.flatMap(({ data }) => ('amounts' in data ? data.amounts : []));
    return { refusal: outcome.kind === 'refused' ? outcome.refusal : undefined, amounts };
  }
}

/** To whose limit an order's goods count, and what it is. */
function unpaidOf(order: Order): Pick<ReservationRequest, 'unpaid'> {
  const limit = unpaidLimit(order);
  return limit === undefined ? {} : { unpaid: { buyerId: order.buyerId, limit } };
}

const now = (): string => new Date().toISOString();

const refusalOf = (
  command: OrderCommand,
  order: Order,
  productId: string,
  refusal: StockRefusal,
): CommandRefusal =>
  refusal.code === 'out-of-stock'
    ? refuseShortage(command, order, { productId, ...refusal })
    : refusal.code === 'too-many-unpaid'
      ? refuseUnpaid(command, order, { productId, ...refusal })
      : refuseSending('too-much-contention');

/** The demands of each product of which the order would take more than before. */
function growing(before: Order | undefined, after: Order): Map<string, Demand[]> {
  const known = before === undefined ? [] : demandOf(before);
  const demands = demandOf(after);
  const isMore = (demand: Demand): boolean => {
    const { productId, variant } = demand;
    const past = known.find((other) => other.productId === productId && other.variant === variant);
    return taken(demand) > (past === undefined ? 0 : taken(past));
  };
  const products = productsOf(demands.filter(isMore));
  return new Map(
    products.map((product) => [product, demands.filter(({ productId }) => productId === product)]),
  );
}

/** What came back is there to be taken again. */
const taken = ({ open, sent, back }: Demand): number => open + sent - back;

const productsOf = (demands: readonly Demand[]): string[] => [
  ...new Set(demands.map(({ productId }) => productId)),
];
