import { setImmediate as turn } from 'node:timers/promises';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleClientStreamingCall, type ServerReadableStream } from '@grpc/grpc-js';
import { type AppendResult } from '../event-store.port.js';
import { type ServedEventStore, type StreamExpectation } from '../served-event-store.port.js';
import { toExpectation } from './expectation.js';
import { InvalidRequest } from './invalid-request.js';
import { ProposedEvents } from './proposed-events.js';
import { toServiceError } from './service-error.js';
import { fromIdentifier } from './stream-name.js';

/** One append per call: first its options, then its events. */
export function appendHandler(
  store: ServedEventStore,
): handleClientStreamingCall<streams.AppendReq, streams.AppendResp> {
  return (call, callback) => {
    answer(store, call).then(
      (response) => callback(null, response),
      (error: unknown) => callback(toServiceError(error)),
    );
  };
}

async function answer(
  store: ServedEventStore,
  call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
): Promise<streams.AppendResp> {
  let options: streams.AppendReq.Options | undefined;
  const proposed = new ProposedEvents();
  for await (const request of call as AsyncIterable<streams.AppendReq>) {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message) proposed.add(message);
  }
  // A connection that breaks ends the requests as a caller does who is done; only a turn later it is known as broken.
  await turn();
  if (call.cancelled) throw new InvalidRequest('The append broke off before its end.');
  if (!options) throw new InvalidRequest('The append has no options.');
  const stream = fromIdentifier(options.getStreamIdentifier());
  const expected = toExpectation(options, options.hasRevision() ? options.getRevision() : undefined);
  return toResponse(expected, await store.append(stream, expected, proposed.events));
}

function toResponse(expected: StreamExpectation, result: AppendResult): streams.AppendResp {
  const response = new streams.AppendResp();
  if (result.kind === 'conflict')
    return response.setWrongExpectedVersion(toConflict(expected, result.actual));
  const position = result.position.commit.toString();
  return response.setSuccess(
    new streams.AppendResp.Success()
      .setCurrentRevision(result.revision.toString())
      .setPosition(
        new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position),
      ),
  );
}

function toConflict(
  expected: StreamExpectation,
  actual: number | 'no-stream',
): streams.AppendResp.WrongExpectedVersion {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (expected === 'any') conflict.setExpectedAny(new shared.Empty());
  else if (expected === 'no-stream') conflict.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream-exists') conflict.setExpectedStreamExists(new shared.Empty());
  else conflict.setExpectedRevision(expected.toString());
  return actual === 'no-stream'
    ? conflict.setCurrentNoStream(new shared.Empty())
    : conflict.setCurrentRevision(actual.toString());
}
