import { type MinorUnits, type OrderStatus, sum } from '@app/ordering';
import { english, problemSentence, say } from '@app/words';
import { type Anomaly } from './anomaly.js';
import { type Checkout } from './checkout.js';
import { type CheckoutPlan } from './plan-checkout.js';
import { type PlannedOrder } from './plan-order.js';
import { type PlayedOrder } from './play-order.js';

/** What the files and the log say about the orders of one status of orders.csv. */
export interface StatusTally {
  checkouts: number;
  /** Sellers of these checkouts, as order_items.csv has them; one where it has none. */
  sellers: number;
  /** Imported orders by the status that their plan led to. */
  readonly reached: Map<OrderStatus, number>;
}

/** Counts an import, from the files and from the log apart, so that the two can be held against each other. */
export class ImportTally {
  orders = 0;
  /** Orders of which the log had everything already. */
  known = 0;
  events = 0;
  captured: MinorUnits = 0;
  readonly byStatus = new Map<string, StatusTally>();

  constructor(readonly anomalies: Anomaly[]) {}

  add({ order, items }: Checkout, plan: CheckoutPlan, played: readonly PlayedOrder[]): void {
    const tally = this.statusTally(order.status);
    tally.checkouts += 1;
    tally.sellers += new Set(items.map((item) => item.sellerId)).size || 1;
    this.anomalies.push(...plan.anomalies);
    for (const [index, planned] of plan.orders.entries())
      this.addOrder(order.orderId, planned, played[index]!, tally);
  }

  /** Whether every seller's part of every checkout has become an order of the status that it was to have. */
  get statusesAgree(): boolean {
    return [...this.byStatus.values()].every(
      ({ sellers, reached }) => sum([...reached.values()]) === sellers,
    );
  }

  /** Whether the log has captured all that was paid, but for what the anomalies name. */
  moneyAgrees(paid: MinorUnits): boolean {
    return this.captured === paid - sum(this.anomalies.map((anomaly) => anomaly.notCaptured ?? 0));
  }

  private addOrder(checkoutId: string, planned: PlannedOrder, played: PlayedOrder, tally: StatusTally): void {
    const { orderId, reaches } = planned;
    this.orders += 1;
    this.known += played.added === 0 ? 1 : 0;
    this.events += played.added;
    this.captured += played.captured;
    const about = { checkoutId, orderIds: [orderId] };
    if (played.refused !== undefined) {
      const { command, refusal } = played.refused;
      this.anomalies.push({
        ...about,
        kind: 'refused',
        reason: `${command}: ${say(english, problemSentence(refusal.code, refusal.values))} (${refusal.code})`,
      });
    } else if (played.status !== reaches) {
      this.anomalies.push({
        ...about,
        kind: 'other-status',
        reason: `${played.status} instead of ${reaches}`,
      });
    } else tally.reached.set(reaches, (tally.reached.get(reaches) ?? 0) + 1);
  }

  private statusTally(status: string): StatusTally {
    const known = this.byStatus.get(status);
    if (known !== undefined) return known;
    const tally = { checkouts: 0, sellers: 0, reached: new Map<OrderStatus, number>() };
    this.byStatus.set(status, tally);
    return tally;
  }
}
