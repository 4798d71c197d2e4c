import { type Outcome } from '@app/event-store';
import {
  type Actor,
  type Charge,
  type CommandType,
  type CouponRefusal,
  type Currency,
  type MinorUnits,
  type OrderCommand,
  type OrderEventType,
  type OrderStatus,
  type Refusal,
  type RefusalCode,
} from '@app/ordering';
import { type sendingRefusals } from './sending-refusal.js';

/** A command on its way to one order, with who sent it and when. */
export interface CommandRequest {
  readonly orderId: string;
  readonly command: OrderCommand;
  /** UUID; the same id again is a retry, and gets the first one's answer. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  /** For whom a service acts; the command is then decided, and limited, as if that one had sent it. */
  readonly onBehalfOf?: Actor;
  /** When it happens (ISO 8601, UTC). */
  readonly at: string;
  /** The revision that the sender saw; the command is refused when the order has moved on. */
  readonly expectedRevision?: number;
  /** Marks recorded history from another system. */
  readonly imported?: true;
}

/** What a command came to. */
export interface CommandAnswer {
  readonly orderId: string;
  /** Revision of the order's last event; a later read of the order is at least as new. */
  readonly revision: number;
  readonly status: OrderStatus;
  /** What the same sender may do next. */
  readonly allowedCommands: readonly CommandType[];
}

/** What a command would come to, had it been carried out; nothing was. */
export interface CommandPreview {
  readonly dryRun: true;
  readonly orderId: string;
  /** Of the order as it is; there is none where the command would begin it. */
  readonly revision?: number;
  /** What would be recorded; nothing where the command was carried out before. */
  readonly events: readonly OrderEventType[];
  /** Of the order after it. */
  readonly status: OrderStatus;
  readonly currency: Currency;
  /** All discounts and fees that the order would have, where the command changes its lines. */
  readonly discounts?: readonly Charge[];
  readonly fees?: readonly Charge[];
  /** What the order costs more with it, or less where it is below zero; of a change, when that is made. */
  readonly priceDifference: MinorUnits;
  /** What would go back to the buyer. */
  readonly refund: MinorUnits;
  /** What would be left to pay. */
  readonly outstanding: MinorUnits;
  /** What the same sender might do next. */
  readonly allowedCommands: readonly CommandType[];
}

/** Why a command was turned down: by the order's own rules, by what it reserves, or because of how it was sent. */
export type CommandRefusal = Refusal<RefusalCode | CouponRefusal['code'] | keyof typeof sendingRefusals>;

export type CommandOutcome = Outcome<CommandAnswer, CommandRefusal>;
export type PreviewOutcome = Outcome<CommandPreview, CommandRefusal>;
