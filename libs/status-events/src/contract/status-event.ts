import { type Cause } from '@app/order-log';
import {
  type NamedUnits,
  type OrderEventType,
  type OrderStatus,
  type PublicFields,
  type Timer,
} from '@app/ordering';
import { type StatusEventType } from './status-event-types.js';

/**
 * One domain event as other systems see it: a CloudEvent (https://github.com/cloudevents/spec, 1.0) of the
 * topic `orders.status.v1`. It names people by id only (a shop by its name, too): no address, phone, message or evidence ever stands in it.
 * docs/status-events/asyncapi.json, generated, is the same contract for readers of other languages.
 */
export type StatusEvent<Type extends StatusEventType = StatusEventType> = {
  readonly [T in Type]: Attributes<T> & { readonly data: StatusData<T> };
}[Type];

interface Attributes<Type extends StatusEventType> {
  readonly specversion: '1.0';
  /** Id of the domain event; together with `source` it identifies a duplicate. */
  readonly id: string;
  /** `/orders/<order id>` */
  readonly source: string;
  readonly type: Type;
  /** When it happened (ISO 8601, UTC); never to be ordered by. */
  readonly time: string;
  /** The order's id: its events stay in one partition. */
  readonly partitionkey: string;
  /** Number within the order: 1, 2, 3 … without gaps, so that a consumer can prove that it missed nothing. */
  readonly sequence: number;
  readonly correlationid: string;
  /** Id of the command. */
  readonly causationid: string;
  /** Position of the domain event in the event log. */
  readonly logposition: bigint;
  /** The span in which it was published (W3C trace context), where the request behind it was traced. */
  readonly traceparent?: string;
}

export interface StatusData<Type extends StatusEventType = StatusEventType> {
  readonly orderId: string;
  /** Joins the orders of one checkout over several sellers. */
  readonly checkoutId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** What the shop is called. This, `by`, `goods` and `deadlines` are missing in events from before there were any. */
  readonly sellerName?: string;
  /** Revision of the order with this event in it. */
  readonly revision: number;
  /** Missing where the order begins. */
  readonly before?: LabelledStatus;
  readonly after: LabelledStatus;
  /** Who made it happen: somebody in a role, or one of the order's own timers. */
  readonly by?: Cause;
  /** What it is about, by name: some units, or all that the order has. */
  readonly goods?: readonly NamedUnits[];
  /** The timers that run from now on, the next to fall due first. */
  readonly deadlines?: readonly Timer[];
  /** Recorded history from another system: no news for anybody. */
  readonly imported?: true;
  readonly change: StatusChanges[Type];
}

export interface LabelledStatus {
  readonly status: OrderStatus;
  readonly buyerLabel: string;
  /** Missing as long as the seller does not see the order. */
  readonly sellerLabel?: string;
}

/** What each event says beyond the status: its public fields. */
export type StatusChanges = {
  readonly [T in OrderEventType as StatusEventType<T>]: PublicFields<T>;
};
