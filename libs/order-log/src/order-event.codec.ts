import { fromJson, type NewEvent, type RecordedEvent, toJson } from '@app/event-store';
import { isOrderEventType, type OrderEvent } from '@app/ordering';
import { type EventMetadata } from './event-metadata.js';
import { type OrderEntry, orderStreamPrefix } from './order-entry.js';
import { orderUpcasters } from './upcasters.js';

/** As stored: EventStoreDB's own names for correlation and causation, so that its projections know them. */
interface StoredMetadata extends Omit<EventMetadata, 'commandId' | 'correlationId'> {
  readonly $correlationId: string;
  readonly $causationId: string;
}

export function encodeOrderEvent(id: string, event: OrderEvent, metadata: EventMetadata): NewEvent {
  const { commandId, correlationId, ...rest } = metadata;
  const stored: StoredMetadata = { $correlationId: correlationId, $causationId: commandId, ...rest };
  return toJson(id, { ...event, metadata: stored }, orderUpcasters);
}

/** The span in which an event was appended; undefined also where the metadata cannot be read. */
export function traceparentOf({ metadata }: Pick<RecordedEvent, 'metadata'>): string | undefined {
  try {
    return (JSON.parse(metadata.toString()) as Partial<StoredMetadata> | null)?.traceparent;
  } catch {
    return undefined;
  }
}

/** Reads a stored event; throws for what this version of the software does not know. */
export function decodeOrderEvent(recorded: RecordedEvent): OrderEntry {
  if (!isOrderEventType(recorded.type)) throw new Error('this version of the software does not know it');
  const { metadata, ...event } = fromJson<StoredMetadata>(recorded, orderUpcasters);
  const { $correlationId, $causationId, ...rest } = metadata;
  return {
    id: recorded.id,
    orderId: recorded.stream.slice(orderStreamPrefix.length),
    revision: recorded.revision,
    position: recorded.position,
    event: event as OrderEvent,
    metadata: { commandId: $causationId, correlationId: $correlationId, ...rest },
  };
}
