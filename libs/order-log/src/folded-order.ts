import { type Position, StreamDamaged } from '@app/event-store';
import { evolve, type Order } from '@app/ordering';
import { type OrderEntry, orderStream } from './order-entry.js';

/** An order folded from its stream, with what the stream says about the commands it has seen. */
export interface FoldedOrder {
  readonly order: Order;
  readonly revision: number;
  readonly position: Position;
  readonly commands: ReadonlyMap<string, SeenCommand>;
}

export interface SeenCommand {
  readonly fingerprint: string;
  /** Revision of the last event it made. */
  readonly revision: number;
}

/** The fold after further entries of the same stream; undefined as long as there are none. Throws `StreamDamaged`. */
export function foldEntries(
  start: FoldedOrder | undefined,
  entries: readonly OrderEntry[],
): FoldedOrder | undefined {
  const last = entries.at(-1);
  if (last === undefined) return start;
  const commands = new Map(start?.commands);
  let order = start?.order;
  for (const entry of entries) {
    const { metadata, revision } = entry;
    order = evolveEntry(order, entry);
    commands.set(metadata.commandId, { fingerprint: metadata.fingerprint, revision });
  }
  return { order: order!, revision: last.revision, position: last.position, commands };
}

/** Throws `StreamDamaged` for an event that does not follow from those before it. */
export function evolveEntry(order: Order | undefined, { event, orderId, revision }: OrderEntry): Order {
  try {
    return evolve(order, event);
  } catch (error) {
    throw StreamDamaged.byEvent({ stream: orderStream(orderId), revision, type: event.type }, error);
  }
}
