import { type Actor, type Order, type OrderCommand, type Units } from '@app/ordering';
import { type CommandRefusal } from './command-request.js';
import { type FoldedOrder } from './folded-order.js';

/** Who sent the command that changes a stock, and in which request. */
export interface StockCausation {
  readonly actor: Actor;
  readonly correlationId: string;
}

/**
 * The sellers' stock, as far as commands to orders depend on it. It has streams of its own; what an order takes is
 * held there first, under its id, and the order is appended then.
 */
export interface StockKeeper {
  /** Those of the products that the seller keeps stock of. */
  stockedAmong(sellerId: string, productIds: readonly string[]): Promise<string[]>;
  /** Units of the order that are not there to be sent. Holds before what the order should hold by now. */
  missingOf(folded: FoldedOrder): Promise<Units[]>;
  /**
   * Holds what the order takes more after the command than before; a refusal where not all of it is there, and then
   * nothing more is held.
   */
  reserve(
    command: OrderCommand,
    before: FoldedOrder | undefined,
    after: Order,
    causation: StockCausation,
  ): Promise<CommandRefusal | undefined>;
  /** What `reserve` would refuse now; holds nothing. */
  shortageOf(
    command: OrderCommand,
    before: FoldedOrder | undefined,
    after: Order,
  ): Promise<CommandRefusal | undefined>;
  /** Brings what is held for the products of `wanted` in line with the order as it is; gives it back where there is none. */
  settle(wanted: Order, folded: FoldedOrder | undefined): Promise<void>;
}

/** Where nobody keeps stock. */
export const noStock: StockKeeper = {
  stockedAmong: async () => [],
  missingOf: async () => [],
  reserve: async () => undefined,
  shortageOf: async () => undefined,
  settle: async () => {},
};
