import { type EventData, type RecordedEvent as ClientEvent, type JSONType } from '@eventstore/db-client';
import { type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { type Position } from '../position.js';

/**
 * The client writes and reads JSON as values, not as bytes: what it gives back is the text that JSON.stringify makes,
 * so JSON written by JSON.stringify keeps its bytes.
 */
export function toEventData({ id, type, contentType, data, metadata }: NewEvent): EventData {
  const bytes = new Uint8Array(metadata);
  return contentType === 'application/json'
    ? { id, type, contentType, data: JSON.parse(data.toString()) as JSONType, metadata: bytes }
    : { id, type, contentType, data: new Uint8Array(data), metadata: bytes };
}

export function toRecordedEvent(event: ClientEvent): RecordedEvent {
  return {
    id: event.id,
    type: event.type,
    contentType: event.isJson ? 'application/json' : 'application/octet-stream',
    data: event.isJson ? Buffer.from(JSON.stringify(event.data)) : toBytes(event.data),
    metadata: toBytes(event.metadata),
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(event),
    created: event.created,
  };
}

/** The client parses metadata, and binary data of servers that mislabel it, whenever they look like JSON. */
function toBytes(value: unknown): Buffer {
  if (value === undefined) return Buffer.alloc(0);
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(JSON.stringify(value));
}

function positionOf({ position, streamId, revision }: ClientEvent): Position {
  if (position) return position;
  throw new Error(
    `Event ${revision} of ${streamId} has no position in the log: EventStoreDB 22.10 or newer is needed.`,
  );
}
