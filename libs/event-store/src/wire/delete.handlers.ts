import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleUnaryCall, type ServerUnaryCall } from '@grpc/grpc-js';
import { type AppendResult } from '../event-store.port.js';
import { type ServedEventStore, type StreamExpectation } from '../served-event-store.port.js';
import { toExpectation } from './expectation.js';
import { InvalidRequest, unknownRequest } from './invalid-request.js';
import { isOver } from './is-over.js';
import { toServiceError } from './service-error.js';
import { writableStream } from './stream-name.js';
import { WrongExpectedVersion } from './wrong-expected-version.js';

/** Hides the events of a stream; the next append starts it again. */
export function deleteHandler(
  store: ServedEventStore,
): handleUnaryCall<streams.DeleteReq, streams.DeleteResp> {
  return (call, callback) => {
    remove(call, (stream, expected) => store.deleteStream(stream, expected)).then(
      (position) => {
        const at = new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
        callback(null, new streams.DeleteResp().setPosition(at));
      },
      (error: unknown) => callback(toServiceError(error)),
    );
  };
}

/** Ends a stream for good. */
export function tombstoneHandler(
  store: ServedEventStore,
): handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp> {
  return (call, callback) => {
    remove(call, (stream, expected) => store.tombstoneStream(stream, expected)).then(
      (position) => {
        const at = new streams.TombstoneResp.Position()
          .setCommitPosition(position)
          .setPreparePosition(position);
        callback(null, new streams.TombstoneResp().setPosition(at));
      },
      (error: unknown) => callback(toServiceError(error)),
    );
  };
}

async function remove(
  call: ServerUnaryCall<streams.DeleteReq | streams.TombstoneReq, unknown>,
  removeFrom: (stream: string, expected: StreamExpectation) => Promise<AppendResult>,
): Promise<string> {
  const options = call.request.getOptions();
  if (!options) throw unknownRequest('The deletion has no options.');
  const expected = toExpectation(options, options.hasRevision() ? options.getRevision() : undefined);
  const stream = writableStream(options.getStreamIdentifier());
  if (isOver(call)) throw new InvalidRequest('The deletion came too late.');
  const result = await removeFrom(stream, expected.of);
  if (result.kind === 'conflict') throw new WrongExpectedVersion(stream, expected, result.actual);
  return result.position.commit.toString();
}
