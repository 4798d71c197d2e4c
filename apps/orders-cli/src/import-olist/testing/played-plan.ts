import { decide, defaultPolicy, evolve, type Order } from '@app/ordering';
import { type PlannedOrder } from '../plan-order.js';

/** The order that a plan's commands lead to by the domain's rules; throws where one of them is refused. */
export function playedPlan({ requests }: PlannedOrder): Order {
  let order: Order | undefined;
  for (const { command, commandId, at, actor } of requests) {
    const decision = decide(order, command, {
      at,
      commandId,
      role: actor.role,
      policy: defaultPolicy,
      isHistory: true,
    });
    if (decision.kind === 'refused') throw new Error(`${command.type}: ${decision.refusal.code}`);
    order = decision.events.reduce(evolve, order);
  }
  return order!;
}
