import { once } from 'node:events';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleServerStreamingCall, type ServerWritableStream } from '@grpc/grpc-js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { InvalidRequest, unknownRequest } from './invalid-request.js';
import { readAll, subscribeToAll } from './read-all.js';
import { readStream, subscribeToStream } from './read-stream.js';
import { toReading } from './reading.js';
import { toServiceError } from './service-error.js';

const { BACKWARDS, FORWARDS } = streams.ReadReq.Options.ReadDirection;

/** Reads and subscriptions, of one stream or of the whole log: in the protocol they are all one call. */
export function readHandler(
  store: ServedEventStore,
): handleServerStreamingCall<streams.ReadReq, streams.ReadResp> {
  return (call) => {
    const left = new AbortController();
    call.on('cancelled', () => left.abort());
    answer(store, call, left.signal).then(
      () => call.end(),
      (error: unknown) => call.emit('error', toServiceError(error)),
    );
  };
}

function responses(
  store: ServedEventStore,
  request: streams.ReadReq,
  signal: AbortSignal,
): AsyncIterable<streams.ReadResp> {
  const options = request.getOptions();
  if (!options) throw unknownRequest('The read has no options.');
  const { subscribed } = combinationOf(options);
  const reading = toReading(store, options, signal);
  const ofStream = options.getStream();
  if (ofStream) return subscribed ? subscribeToStream(reading, ofStream) : readStream(reading, ofStream);
  const ofAll = options.getAll();
  if (!ofAll) throw new InvalidRequest('The read names neither a stream nor the whole log.');
  return subscribed ? subscribeToAll(reading, ofAll) : readAll(reading, ofAll);
}

/** Of all that could be combined only this is served; the protocol has no defaults. */
function combinationOf(options: streams.ReadReq.Options): { subscribed: boolean } {
  const subscribed = options.hasSubscription();
  const direction: number = options.getReadDirection();
  const known = direction === FORWARDS || (direction === BACKWARDS && !subscribed);
  const filtered = options.hasFilter();
  if (
    !known ||
    !(subscribed || options.hasCount()) ||
    !(filtered || options.hasNoFilter()) ||
    (filtered && options.hasStream())
  )
    throw new InvalidRequest('The combination of direction, count, subscription and filter is invalid.');
  return { subscribed };
}

/** Sends as fast as the client takes it. */
async function answer(
  store: ServedEventStore,
  call: ServerWritableStream<streams.ReadReq, streams.ReadResp>,
  signal: AbortSignal,
): Promise<void> {
  for await (const message of responses(store, call.request, signal)) {
    if (signal.aborted) return;
    if (!call.write(message)) await once(call, 'drain', { signal }).catch(() => {});
  }
}
