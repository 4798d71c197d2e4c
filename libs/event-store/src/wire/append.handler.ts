import { setImmediate as turn } from 'node:timers/promises';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleClientStreamingCall, type ServerReadableStream } from '@grpc/grpc-js';
import { type ExpectedRevision } from '../event-store.port.js';
import { type ServedAppendResult, type ServedEventStore } from '../served-event-store.port.js';
import { type Expectation, toExpectation } from './expectation.js';
import { InvalidRequest, unknownRequest } from './invalid-request.js';
import { isOver } from './is-over.js';
import { ProposedEvents } from './proposed-events.js';
import { toServiceError } from './service-error.js';
import { writableStream } from './stream-name.js';

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
    const message = request.getProposedMessage();
    // Options first and once, then only events: anything else is an append that somebody sent half.
    if ((options === undefined) !== (message === undefined))
      throw unknownRequest('The parts of the append are out of order.');
    options ??= request.getOptions();
    if (message) proposed.add(message);
  }
  // A connection that breaks ends the requests as a caller does who is done; only a turn later it is known as broken.
  await turn();
  if (isOver(call)) throw new InvalidRequest('The append broke off before its end.');
  if (!options) throw unknownRequest('The append has no options.');
  const expected = toExpectation(options, options.hasRevision() ? options.getRevision() : undefined);
  const stream = writableStream(options.getStreamIdentifier());
  return toResponse(expected, await store.write(stream, expected.of, proposed.events));
}

function toResponse(expected: Expectation, result: ServedAppendResult): streams.AppendResp {
  const response = new streams.AppendResp();
  if (result.kind === 'conflict')
    return response.setWrongExpectedVersion(toConflict(expected, result.actual));
  const success = new streams.AppendResp.Success().setCurrentRevision(result.revision.toString());
  if (!result.readable) return response.setSuccess(success.setNoPosition(new shared.Empty()));
  const position = result.position.commit.toString();
  return response.setSuccess(
    success.setPosition(
      new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position),
    ),
  );
}

/** Twice, because clients before 20.10 look at fields of their own; their -1 for no stream cannot be sent from here. */
function toConflict(
  { of, revision }: Expectation,
  actual: ExpectedRevision,
): streams.AppendResp.WrongExpectedVersion {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  const yes = new shared.Empty();
  if (of === 'any') conflict.setExpectedAny(yes).setAny2060(yes);
  else if (of === 'stream-exists') conflict.setExpectedStreamExists(yes).setStreamExists2060(yes);
  else if (of === 'no-stream') conflict.setExpectedNoStream(yes);
  else conflict.setExpectedRevision(revision).setExpectedRevision2060(Number(revision));
  return actual === 'no-stream'
    ? conflict.setCurrentNoStream(yes).setNoStream2060(yes)
    : conflict.setCurrentRevision(actual.toString()).setCurrentRevision2060(actual);
}
