import { once } from 'node:events';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleServerStreamingCall, type ServerWritableStream } from '@grpc/grpc-js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { EventFilter } from './event-filter.js';
import { InvalidRequest } from './invalid-request.js';
import { readAll, subscribeToAll } from './read-all.js';
import { ReadMessages } from './read-messages.js';
import { readStream, subscribeToStream } from './read-stream.js';
import { toServiceError } from './service-error.js';

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
  if (!options) throw new InvalidRequest('The read has no options.');
  const messages = new ReadMessages(options.getUuidOption()?.hasStructured() ?? false);
  const forwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;
  const direction = forwards ? 'forwards' : 'backwards';
  const maxCount = Number(options.getCount());
  const ofStream = options.getStream();
  if (ofStream) {
    return options.hasSubscription()
      ? subscribeToStream(store, messages, ofStream, signal)
      : readStream(store, messages, ofStream, direction, maxCount);
  }
  const ofAll = options.getAll();
  if (!ofAll) throw new InvalidRequest('The read names neither a stream nor the whole log.');
  const filter = EventFilter.of(options.getFilter());
  return options.hasSubscription()
    ? subscribeToAll(store, messages, ofAll, filter, signal)
    : readAll(store, messages, ofAll, filter, direction, maxCount);
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
