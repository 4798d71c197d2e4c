import { randomUUID } from 'node:crypto';
import { fromJson, type NewEvent, type RecordedEvent, toJson, type Upcaster } from '@app/event-store';
import { type Actor, type Fact } from '@app/ordering';

/** By whom and in which request a resource's event was caused; nobody where the system itself settles an order. */
export interface Causation {
  readonly actor?: Actor;
  readonly correlationId?: string;
}

/** Every type of event of a kind of resource, with how its old versions are read. */
export type KnownEvents<Event extends Fact<string, unknown>> = Readonly<
  Record<Event['type'], readonly Upcaster[]>
>;

/** How the events of a kind of resource are written and read; what this software does not know throws. */
export const resourceCodec = <Event extends Fact<string, unknown>>(known: KnownEvents<Event>) => ({
  encode(event: Event, { actor, correlationId }: Causation): NewEvent {
    const metadata = { $correlationId: correlationId, actor };
    return toJson(randomUUID(), { ...event, metadata }, known);
  },
  decode(recorded: RecordedEvent): Event {
    if (!Object.hasOwn(known, recorded.type))
      throw new Error('this version of the software does not know it');
    const { metadata: _, ...event } = fromJson(recorded, known);
    return event as unknown as Event;
  },
});
