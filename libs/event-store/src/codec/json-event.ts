import { type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { currentVersion, upcast, type Upcasters } from './upcasters.js';

/** What stands beside every event's data. */
interface StoredMetadata {
  /** When it happened (ISO 8601, UTC). */
  readonly at: string;
  /** Version of the shape of the event's data. */
  readonly schemaVersion: number;
}

/** An event as JSON, in the present version of its shape. */
export interface JsonEvent<Metadata> {
  readonly type: string;
  readonly at: string;
  readonly data: unknown;
  readonly metadata: Metadata;
}

export function toJson<Metadata extends object>(
  id: string,
  { type, at, data, metadata }: JsonEvent<Metadata>,
  upcasters: Upcasters,
): NewEvent {
  const stored: StoredMetadata = { at, schemaVersion: currentVersion(type, upcasters), ...metadata };
  return {
    id,
    type,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    metadata: Buffer.from(JSON.stringify(stored)),
  };
}

/** Escapes in JSON of what PostgreSQL does not store: the null character, and halves of characters. */
const unstorable = /\\u(?:0000|d[89a-f])/i;

/** Reads a stored event of any version; throws where this version of the software is older than the event. */
export function fromJson<Metadata extends object>(
  { stream, revision, type, data, metadata }: RecordedEvent,
  upcasters: Upcasters,
): JsonEvent<Metadata> {
  const { at, schemaVersion: version, ...rest } = parsed<StoredMetadata & Metadata>(metadata, 'metadata');
  if (!Number.isInteger(version) || Number.isNaN(Date.parse(at)) || unstorable.test(metadata.toString()))
    throw new Error('its metadata are none that this system writes');
  const known = currentVersion(type, upcasters);
  if (version > known)
    throw new Error(
      `${stream}@${revision} is a ${type} of version ${version}; this software reads up to ${known}.`,
    );
  const said = parsed<Readonly<Record<string, unknown>>>(data, 'data');
  return { type, at, data: upcast(type, version, said, upcasters), metadata: rest as unknown as Metadata };
}

/** Throws without a word of the content, which is somebody's. */
function parsed<T extends object>(bytes: Buffer, what: string): T {
  try {
    const value = JSON.parse(bytes.toString()) as T | null;
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, as for any other thing that is no object.
  }
  throw new Error(`its ${what} are no JSON object`);
}
