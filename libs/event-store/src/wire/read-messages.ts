import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent } from '../event-store.port.js';
import { toIdentifier } from './stream-name.js';
import { toUuid } from './uuid.js';

const TICKS_PER_MS = 10_000n;

/** The messages of a read, with ids as this client wants them. */
export class ReadMessages {
  constructor(private readonly structuredIds: boolean) {}

  event(event: RecordedEvent): streams.ReadResp {
    const position = event.position.commit.toString();
    const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
      .setId(toUuid(event.id, this.structuredIds))
      .setStreamIdentifier(toIdentifier(event.stream))
      .setStreamRevision(BigInt(event.revision).toString())
      .setCommitPosition(position)
      .setPreparePosition(position)
      .setData(new Uint8Array(event.data))
      .setCustomMetadata(new Uint8Array(event.metadata));
    recorded
      .getMetadataMap()
      .set('type', event.type)
      .set('content-type', event.contentType)
      .set('created', (BigInt(event.created.getTime()) * TICKS_PER_MS).toString());
    const read = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position);
    return new streams.ReadResp().setEvent(read);
  }
}

export function notFound(stream: string): streams.ReadResp {
  const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(toIdentifier(stream));
  return new streams.ReadResp().setStreamNotFound(missing);
}

export function confirmation(subscriptionId: string): streams.ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscriptionId);
  return new streams.ReadResp().setConfirmation(confirmed);
}

export function caughtUp(): streams.ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

export function checkpoint(position: bigint): streams.ReadResp {
  const at = position.toString();
  const reached = new streams.ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at);
  return new streams.ReadResp().setCheckpoint(reached);
}
