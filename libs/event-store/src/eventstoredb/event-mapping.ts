import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent } from '../event-store.port.js';
import { type Position } from '../position.js';

const TICKS_PER_MS = 10_000n;

/** The server's way to say that nothing lies before: -1, as an unsigned number. */
const NOTHING_YET = 2n ** 64n - 1n;

/** The event in a message, if it is one. A link that leads nowhere has none. */
export function eventOf(message: streams.ReadResp): RecordedEvent | undefined {
  const event = message.getEvent()?.getEvent();
  return event && toRecordedEvent(event);
}

/** Where the server says that it is, if the message says so. */
export function checkpointOf(message: streams.ReadResp): Position | undefined {
  const checkpoint = message.getCheckpoint();
  return checkpoint && toPosition(checkpoint.getCommitPosition(), checkpoint.getPreparePosition());
}

/** The event as it is, byte by byte: whatever others have written here is no matter of this library. */
function toRecordedEvent(event: streams.ReadResp.ReadEvent.RecordedEvent): RecordedEvent {
  const properties = event.getMetadataMap();
  const stream = Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  const position = toPosition(event.getCommitPosition(), event.getPreparePosition());
  const revision = Number(event.getStreamRevision());
  if (!position)
    throw new Error(
      `Event ${revision} of ${stream} has no position in the log: EventStoreDB 22.10 or newer is needed.`,
    );
  return {
    id: (event.getId() as shared.UUID).getString(),
    type: properties.get('type') ?? '',
    contentType:
      properties.get('content-type') === 'application/json' ? 'application/json' : 'application/octet-stream',
    data: Buffer.from(event.getData_asU8()),
    metadata: Buffer.from(event.getCustomMetadata_asU8()),
    stream,
    revision,
    position,
    created: new Date(Number(BigInt(properties.get('created') ?? 0) / TICKS_PER_MS)),
  };
}

/** Undefined where it says that nothing lies before. */
export function toPosition(commit: string, prepare: string): Position | undefined {
  const position = { commit: BigInt(commit), prepare: BigInt(prepare) };
  return position.commit === NOTHING_YET ? undefined : position;
}
