import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ExpectedRevision, type NewEvent } from '../event-store.port.js';
import { type Position } from '../position.js';

const { Options } = streams.ReadReq;
type Options = streams.ReadReq.Options;

export type Direction = 'forwards' | 'backwards';

const none = (): shared.Empty => new shared.Empty();
const named = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));

/** Reads up to `count` events of a stream, the one at `from` first. */
export function streamPage(
  stream: string,
  from: number | undefined,
  direction: Direction,
  count: number,
): streams.ReadReq {
  const of = new Options.StreamOptions().setStreamIdentifier(named(stream));
  if (from !== undefined) of.setRevision(BigInt(from).toString());
  else if (direction === 'forwards') of.setStart(none());
  else of.setEnd(none());
  return request(new Options().setStream(of).setCount(String(count)).setNoFilter(none()), direction);
}

/** Reads up to `count` events backwards, those before the position; from the end where it is undefined. */
export function logPage(
  before: Position | undefined,
  prefixes: readonly string[] | undefined,
  count: number,
  window: number,
): streams.ReadReq {
  const of = allFrom(before);
  if (!before) of.setEnd(none());
  return request(filtered(new Options().setAll(of).setCount(String(count)), prefixes, window), 'backwards');
}

/** Asks for all events behind the position, those to come as well; the server says every `window` events where it is. */
export function subscription(
  after: Position | undefined,
  prefixes: readonly string[] | undefined,
  window: number,
): streams.ReadReq {
  const of = allFrom(after);
  if (!after) of.setStart(none());
  const options = new Options().setAll(of).setSubscription(new Options.SubscriptionOptions());
  return request(filtered(options, prefixes, window), 'forwards');
}

/** The messages of an append: its options, then its events. */
export function appendMessages(
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): streams.AppendReq[] {
  const options = new streams.AppendReq.Options().setStreamIdentifier(named(stream));
  if (expected === 'no-stream') options.setNoStream(none());
  else options.setRevision(BigInt(expected).toString());
  return [new streams.AppendReq().setOptions(options), ...events.map(proposed)];
}

function proposed({ id, type, contentType, data, metadata }: NewEvent): streams.AppendReq {
  const message = new streams.AppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(new Uint8Array(data))
    .setCustomMetadata(new Uint8Array(metadata));
  message.getMetadataMap().set('type', type).set('content-type', contentType);
  return new streams.AppendReq().setProposedMessage(message);
}

function request(options: Options, direction: Direction): streams.ReadReq {
  const { FORWARDS, BACKWARDS } = Options.ReadDirection;
  options
    .setReadDirection(direction === 'forwards' ? FORWARDS : BACKWARDS)
    .setResolveLinks(false)
    .setUuidOption(new Options.UUIDOption().setString(none()));
  return new streams.ReadReq().setOptions(options);
}

function allFrom(position: Position | undefined): streams.ReadReq.Options.AllOptions {
  const of = new Options.AllOptions();
  if (position)
    of.setPosition(
      new Options.Position()
        .setCommitPosition(position.commit.toString())
        .setPreparePosition(position.prepare.toString()),
    );
  return of;
}

function filtered(options: Options, prefixes: readonly string[] | undefined, window: number): Options {
  if (!prefixes) return options.setNoFilter(none());
  const names = new Options.FilterOptions.Expression().setPrefixList([...prefixes]);
  return options.setFilter(
    new Options.FilterOptions().setStreamIdentifier(names).setMax(window).setCheckpointintervalmultiplier(1),
  );
}
