import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, defaultPolicy, demandOf, evolve, type Order, reservesStock } from '@app/ordering';
import { anySteps, create, someGoods, stocked, time } from '@app/ordering/testing';
import { settleStock } from './decide.js';
import { type StockEvent } from './events.js';
import { Stock } from './stock.js';

const counted = 40;
const variants = [undefined, 'S', 'M'];

/** A product of which there is enough in each variant, and what its stream says. */
class KeptStock {
  readonly stock = new Stock();
  readonly events: StockEvent[] = [];

  constructor(readonly productId: string) {
    for (const variant of variants)
      this.add({ type: 'StockCounted', at: time(), data: { variant, onHand: counted } });
  }

  settle(order: Order, revision: number): void {
    const { orderId } = order;
    const demands = this.taken(order);
    const decision = settleStock(this.stock, { orderId, demands, revision }, time());
    if (decision.kind === 'accepted') decision.events.forEach((event) => this.add(event));
  }

  taken = (order: Order) =>
    (reservesStock(order) ? demandOf(order) : []).filter(({ productId }) => productId === this.productId);

  /** Units of all events of the type. */
  units = (type: 'StockShipped' | 'StockReturned'): number =>
    this.events
      .flatMap((event) => (event.type === type ? event.data.amounts : []))
      .reduce((total, { quantity }) => total + quantity, 0);

  private add(event: StockEvent): void {
    this.stock.apply(event);
    this.events.push(event);
  }
}

it('stock is what was counted, less what left and with what came back, whatever became of the order (M13)', () =>
  fc.assert(
    fc.property(anySteps, someGoods, (steps, goods) => {
      const stocks = stocked.map((productId) => new KeptStock(productId));
      let order: Order | undefined;
      let [now, revision] = [0, -1];
      const first = { command: create(goods), role: 'service' as const, hours: 0 };
      for (const [index, { command, role, hours }] of [first, ...steps].entries()) {
        now += hours;
        const context = { at: time(now), commandId: `${index}`, role, policy: defaultPolicy, stocked };
        const decision = decide(order, command, { ...context, isHistory: false });
        if (decision.kind === 'refused') continue;
        order = decision.events.reduce<Order | undefined>(evolve, order);
        revision += decision.events.length;
        // The worker is behind now and then.
        if (hours % 3 > 0) for (const kept of stocks) kept.settle(order!, revision);
      }
      for (const kept of stocks) {
        kept.settle(order!, revision);
        expectExplained(kept, order!);
      }
    }),
    { numRuns: 500 },
  ));

function expectExplained(kept: KeptStock, order: Order): void {
  const [shipped, returned] = [kept.units('StockShipped'), kept.units('StockReturned')];
  const onHand = variants.reduce((total, variant) => total + kept.stock.ofVariant(variant).onHand, 0);
  expect(onHand).toBe(counted * variants.length - shipped + returned);
  // What is away is what the order's packages took, and nobody received back.
  const lines = order.lines.filter(({ productId }) => productId === kept.productId);
  const away = lines.reduce((total, line) => total + line.shipped, 0);
  const back = order.packages
    .flatMap(({ restocked = [] }) => restocked)
    .filter(({ lineId }) => lines.some((line) => line.lineId === lineId))
    .reduce((total, { quantity }) => total + quantity, 0);
  expect(shipped - returned).toBe(away - back);
  const held = [...kept.stock.holdingsOf(order.orderId)].reduce((total, holding) => total + holding.held, 0);
  expect(held).toBe(kept.taken(order).reduce((total, { open }) => total + open, 0));
}
