import { type NewEvent, type RecordedEvent } from '@app/event-store';
import { type OrderEvent, type OrderEventType } from '@app/ordering';
import { type EventMetadata } from './event-metadata.js';
import { type OrderEntry, orderStreamPrefix } from './order-entry.js';
import { presentVersion, upcast } from './upcasters.js';

/** As stored: EventStoreDB's own names for correlation and causation, so that its projections know them. */
interface StoredMetadata extends Omit<EventMetadata, 'commandId' | 'correlationId'> {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly at: string;
  /** Version of the shape of the event's data. */
  readonly schemaVersion: number;
}

export function encode(id: string, event: OrderEvent, metadata: EventMetadata): NewEvent {
  const { commandId, correlationId, ...rest } = metadata;
  const stored: StoredMetadata = {
    at: event.at,
    schemaVersion: presentVersion(event.type),
    $correlationId: correlationId,
    $causationId: commandId,
    ...rest,
  };
  return {
    id,
    type: event.type,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(event.data)),
    metadata: Buffer.from(JSON.stringify(stored)),
  };
}

/** The span in which an event was appended; undefined also where the metadata cannot be read. */
export function traceparentOf({ metadata }: Pick<RecordedEvent, 'metadata'>): string | undefined {
  try {
    return (JSON.parse(metadata.toString()) as Partial<StoredMetadata> | null)?.traceparent;
  } catch {
    return undefined;
  }
}

/** Reads a stored event; throws where this version of the software is older than the event. */
export function decode(recorded: RecordedEvent): OrderEntry {
  const stored = JSON.parse(recorded.metadata.toString()) as StoredMetadata;
  const { $correlationId, $causationId, at, schemaVersion: version, ...rest } = stored;
  const type = recorded.type as OrderEventType;
  const known = presentVersion(type);
  if (version > known)
    throw new Error(
      `${recorded.stream}@${recorded.revision} is a ${type} of version ${version}; this software reads up to ${known}.`,
    );
  const data = JSON.parse(recorded.data.toString()) as Readonly<Record<string, unknown>>;
  return {
    id: recorded.id,
    orderId: recorded.stream.slice(orderStreamPrefix.length),
    revision: recorded.revision,
    position: recorded.position,
    event: { type, at, data: upcast(type, version, data) } as unknown as OrderEvent,
    metadata: { commandId: $causationId, correlationId: $correlationId, ...rest },
  };
}
