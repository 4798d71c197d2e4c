import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent } from '../event-store.port.js';
import { type Position } from '../position.js';
import { TOMBSTONE_REVISION } from '../served-event-store.port.js';
import { unknownRequest } from './invalid-request.js';
import { END } from './numbers.js';
import { toIdentifier } from './stream-name.js';
import { toUuid } from './uuid.js';

const TICKS_PER_MS = 10_000n;

const withTextIds = new WeakMap<RecordedEvent, streams.ReadResp>();
const withStructuredIds = new WeakMap<RecordedEvent, streams.ReadResp>();

/** The messages of a read, with ids as this client wants them; undefined where it does not say. */
export class ReadMessages {
  constructor(private readonly structuredIds: boolean | undefined) {}

  /** Made once for all who get the event in this form, however many they are. */
  event(event: RecordedEvent | undefined, link?: RecordedEvent): streams.ReadResp {
    if (!event || link || this.structuredIds === undefined) return this.made(event, link);
    const known = this.structuredIds ? withStructuredIds : withTextIds;
    const message = known.get(event) ?? this.made(event);
    known.set(event, message);
    return message;
  }

  private made(event: RecordedEvent | undefined, link?: RecordedEvent): streams.ReadResp {
    const read = new streams.ReadResp.ReadEvent();
    if (event) read.setEvent(this.recorded(event));
    if (link) read.setLink(this.recorded(link));
    const original = link ?? event;
    if (original) read.setCommitPosition(original.position.commit.toString());
    return new streams.ReadResp().setEvent(read);
  }

  private recorded(event: RecordedEvent): streams.ReadResp.ReadEvent.RecordedEvent {
    if (this.structuredIds === undefined) throw unknownRequest('The read does not say which form ids have.');
    const position = event.position.commit.toString();
    const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
      .setId(toUuid(event.id, this.structuredIds))
      .setStreamIdentifier(toIdentifier(event.stream))
      .setStreamRevision(revisionText(event.revision))
      .setCommitPosition(position)
      .setPreparePosition(position)
      .setData(new Uint8Array(event.data))
      .setCustomMetadata(new Uint8Array(event.metadata));
    recorded
      .getMetadataMap()
      .set('type', event.type)
      .set('content-type', event.contentType)
      .set('created', (BigInt(event.created.getTime()) * TICKS_PER_MS).toString());
    return recorded;
  }
}

const revisionText = (revision: number): string =>
  (revision === TOMBSTONE_REVISION ? BigInt(revision) - 1n : BigInt(revision)).toString();

export function notFound(stream: string): streams.ReadResp {
  const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(toIdentifier(stream));
  return new streams.ReadResp().setStreamNotFound(missing);
}

export const firstRevision = (revision: number): streams.ReadResp =>
  new streams.ReadResp().setFirstStreamPosition(BigInt(revision).toString());

export const lastRevision = (revision: number): streams.ReadResp =>
  new streams.ReadResp().setLastStreamPosition(BigInt(revision).toString());

export function confirmation(subscriptionId: string): streams.ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscriptionId);
  return new streams.ReadResp().setConfirmation(confirmed);
}

export function caughtUp(): streams.ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

/** Undefined is "nothing yet": the halves are then the highest numbers, as -1 is sent. */
export function checkpoint(position: Position | undefined): streams.ReadResp {
  const { commit, prepare } = position ?? { commit: END, prepare: END };
  const reached = new streams.ReadResp.Checkpoint()
    .setCommitPosition(commit.toString())
    .setPreparePosition(prepare.toString());
  return new streams.ReadResp().setCheckpoint(reached);
}
