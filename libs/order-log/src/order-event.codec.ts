import { type NewEvent, type RecordedEvent } from '@app/event-store';
import { type OrderEvent } from '@app/ordering';
import { type EventMetadata } from './event-metadata.js';
import { type OrderEntry, orderStreamPrefix } from './order-entry.js';

/** Version of the events' shape. A change of shape raises it, and the old shape is read through an upcaster. */
const schemaVersion = 1;

/** As stored: EventStoreDB's own names for correlation and causation, so that its projections know them. */
interface StoredMetadata extends Omit<EventMetadata, 'commandId' | 'correlationId'> {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly at: string;
  readonly schemaVersion: number;
}

export function encode(id: string, event: OrderEvent, metadata: EventMetadata): NewEvent {
  const { commandId, correlationId, ...rest } = metadata;
  const stored: StoredMetadata = {
    at: event.at,
    schemaVersion,
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
  if (version > schemaVersion)
    throw new Error(
      `${recorded.stream}@${recorded.revision} has schema version ${version}; this software reads up to ${schemaVersion}.`,
    );
  return {
    id: recorded.id,
    orderId: recorded.stream.slice(orderStreamPrefix.length),
    revision: recorded.revision,
    position: recorded.position,
    event: {
      type: recorded.type,
      at,
      data: JSON.parse(recorded.data.toString()) as unknown,
    } as OrderEvent,
    metadata: { commandId: $causationId, correlationId: $correlationId, ...rest },
  };
}
