import { type ContentType, type RecordedEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { fromText } from './text.js';

export const EVENT_COLUMNS = 'position, stream, revision, id, type, content_type, data, metadata, created';

export interface EventRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly content_type: ContentType;
  readonly data: Buffer;
  readonly metadata: Buffer;
  readonly created: Date;
}

export function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    type: fromText(row.type),
    contentType: row.content_type,
    data: row.data,
    metadata: row.metadata,
    stream: fromText(row.stream),
    revision: Number(row.revision),
    position: positionAt(BigInt(row.position)),
    created: row.created,
  };
}
