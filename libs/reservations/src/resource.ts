import { type ClientBase } from 'pg';
import { type RecordedEvent } from '@app/event-store';
import { type FoldedOrder } from '@app/order-log';
import { type Order, type OrderPlaced } from '@app/ordering';

/**
 * Something that there is only so much of, in streams of its own: a coupon's redemptions, a product's stock. It is
 * reserved there first, under the order's id; then the order is appended. No write is in two streams. `reservationWork`
 * follows the log and settles each reservation with what became of its order.
 */
export interface Resource {
  /** The resource's streams begin with this. */
  readonly prefix: string;
  /** What an event of such a stream says of an order: it holds something from now on, or nothing any more. */
  reservationIn(event: RecordedEvent): { readonly orderId: string; readonly held: boolean } | undefined;
  /** The streams in which a new order has to hold something. */
  streamsOf(placed: OrderPlaced): readonly string[];
  /** The streams to which something of an order can come back that it does not hold any more. */
  takesBack?(order: Order): readonly string[];
  /** Brings into being what the order promises, as far as it is not there. Is called again at any time. */
  bringAbout?(order: Order): Promise<void>;
  /** Does what an event of the resource's own streams sets off. Is called again at any time. */
  follow?(event: RecordedEvent): Promise<void>;
  /**
   * Brings what the stream holds for the order in line with the order as it is now; gives it back where there is
   * none. Is called again at any time, so it does nothing where there is nothing to do. Answers whether anything
   * is still held.
   */
  settle(stream: string, orderId: string, folded: FoldedOrder | undefined): Promise<boolean>;
  /** Keeps tables that follow the resource's streams, in the transaction of their checkpoint. */
  project?(client: ClientBase, event: RecordedEvent): Promise<void>;
}

/** Streams that hold nothing for orders; they are followed so that a damaged one is noticed before it is needed. */
export const holdingNothing = (prefix: string, decode: (event: RecordedEvent) => unknown): Resource => ({
  prefix,
  reservationIn(recorded) {
    decode(recorded);
    return undefined;
  },
  streamsOf: () => [],
  settle: async () => false,
});
