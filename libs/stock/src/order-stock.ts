import { type CommandRefusal, type StockCausation, type StockKeeper } from '@app/order-log';
import {
  type Demand,
  demandOf,
  holdsStock,
  type Order,
  type OrderCommand,
  refuseShortage,
  type Units,
  unitsLacking,
} from '@app/ordering';
import { reserve } from './decide.js';
import { type StockRefusal } from './stock-refusal.js';
import { settleStock } from './stock-resource.js';
import { stockStream } from './stock-stream.js';
import { type Stocks } from './stocks.js';

/** What orders need of the stock, kept in the streams of `Stocks`. */
export class OrderStock implements StockKeeper {
  constructor(private readonly stocks: Stocks) {}

  async stockedAmong(sellerId: string, productIds: readonly string[]): Promise<string[]> {
    const products = [...new Set(productIds)];
    const kept = await Promise.all(products.map((productId) => this.stocks.isKept(sellerId, productId)));
    return products.filter((_, index) => kept[index]);
  }

  async missingOf(order: Order): Promise<Units[]> {
    await this.settle(order, order);
    const missing: Units[] = [];
    for (const demand of demandOf(order)) {
      const { productId, variant } = demand;
      const stock = await this.stocks.find(order.sellerId, productId);
      const lacking = stock?.shelfOf(variant).missingFor(order.orderId) ?? 0;
      missing.push(...unitsLacking(order, demand, lacking));
    }
    return missing;
  }

  async reserve(
    command: OrderCommand,
    before: Order | undefined,
    after: Order,
    causation: StockCausation,
  ): Promise<CommandRefusal | undefined> {
    for (const [productId, demands] of growing(before, after)) {
      const refusal = await this.take(after, productId, demands, causation);
      if (refusal?.code === 'out-of-stock') return refuseShortage(command, after, { productId, ...refusal });
      if (refusal !== undefined) return contended;
    }
    return undefined;
  }

  async shortageOf(
    command: OrderCommand,
    before: Order | undefined,
    after: Order,
  ): Promise<CommandRefusal | undefined> {
    for (const [productId, demands] of growing(before, after)) {
      const refusal = await this.look(after, productId, demands);
      if (refusal?.code === 'out-of-stock') return refuseShortage(command, after, { productId, ...refusal });
    }
    return undefined;
  }

  async settle(wanted: Order, order: Order | undefined): Promise<void> {
    for (const productId of productsOf(demandOf(wanted)))
      await settleStock(this.stocks, stockStream(wanted.sellerId, productId), wanted.orderId, order);
  }

  /** Before the time at which goods are held, it is enough that they are there. */
  private async take(
    order: Order,
    productId: string,
    demands: readonly Demand[],
    causation: StockCausation,
  ): Promise<StockRefusal | undefined> {
    if (!holdsStock(order)) return this.look(order, productId, demands);
    const at = new Date().toISOString();
    const outcome = await this.stocks.change(stockStream(order.sellerId, productId), causation, (stock) =>
      reserve(stock, order.orderId, demands, at),
    );
    return 'refusal' in outcome ? outcome.refusal : undefined;
  }

  /** What would keep the goods from being reserved. */
  private async look(
    { orderId, sellerId, placedAt }: Order,
    productId: string,
    demands: readonly Demand[],
  ): Promise<StockRefusal | undefined> {
    const decided = reserve(await this.stocks.find(sellerId, productId), orderId, demands, placedAt);
    return 'refusal' in decided ? decided.refusal : undefined;
  }
}

/** The demands of each product of which the order would take more than before. */
function growing(before: Order | undefined, after: Order): Map<string, Demand[]> {
  const known = before === undefined ? [] : demandOf(before);
  const demands = demandOf(after);
  const isMore = ({ productId, variant, open, sent }: Demand): boolean => {
    const past = known.find((demand) => demand.productId === productId && demand.variant === variant);
    return open + sent > (past === undefined ? 0 : past.open + past.sent);
  };
  const products = productsOf(demands.filter(isMore));
  return new Map(
    products.map((product) => [product, demands.filter(({ productId }) => productId === product)]),
  );
}

const productsOf = (demands: readonly Demand[]): string[] => [
  ...new Set(demands.map(({ productId }) => productId)),
];

const contended: CommandRefusal = {
  code: 'too-much-contention',
  message: 'Many others order the same right now; try again.',
};
