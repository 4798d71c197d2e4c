import fc from 'fast-check';
import { decide, defaultPolicy, evolve, type Order, type OrderEvent } from '@app/ordering';
import { anySteps, create, someGoods, time } from '@app/ordering/testing';

/** Any history that the domain allows for an order of that id. */
export const anyHistory = (orderId: string): fc.Arbitrary<OrderEvent[]> =>
  fc.tuple(anySteps, someGoods, fc.constantFrom(0, 60)).map(([steps, goods, holdMinutes]) => {
    const events: OrderEvent[] = [];
    let order: Order | undefined;
    let now = 0;
    const policy = { ...defaultPolicy, holdMinutes };
    const placing = { command: create({ ...goods, orderId }), role: 'service' as const, hours: 0 };
    for (const [index, { command, role, hours }] of [placing, ...steps].entries()) {
      now += hours;
      const context = { at: time(now), commandId: `${index}`, role, policy, isHistory: false };
      const decision = decide(order, command, context);
      if (decision.kind === 'refused') continue;
      events.push(...decision.events);
      order = decision.events.reduce<Order | undefined>(evolve, order);
    }
    return events;
  });
