import { accepted, type Outcome } from '@app/event-store';
import {
  type CommandRefusal,
  type CommandRequest,
  type DecidedCommand,
  type FoldedOrder,
} from '@app/order-log';

/** Quotes, as far as new orders use them up; `libs/quotes` keeps them. */
export interface QuoteReservations {
  /** Takes the quote for the order; says whether this very call did, or why the order cannot have its figures. */
  use(decided: DecidedCommand): Promise<Outcome<boolean, CommandRefusal>>;
  /** What `use` would refuse now; takes nothing. */
  refusalOf(decided: DecidedCommand): Promise<CommandRefusal | undefined>;
  /** Gives back what was used where the order is not there. */
  settle(request: CommandRequest, orderId: string, newest: FoldedOrder | undefined): Promise<void>;
}

/** Where all figures are taken as they are. */
export const anyFigures: QuoteReservations = {
  use: async () => accepted(false),
  refusalOf: async () => undefined,
  settle: async () => {},
};
