import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { EventStoreUnavailable, type ExpectedRevision, StreamTombstoned } from '../event-store.port.js';
import { type Expectation } from './expectation.js';
import { InvalidRequest } from './invalid-request.js';
import { AppendTooLarge, MAX_APPEND_BYTES } from './proposed-events.js';
import { toIdentifier } from './stream-name.js';

/** A batch append fails inside its answer: a status whose detail names the error that the client raises. */
export function toStatus(error: unknown): rpc.Status {
  if (error instanceof StreamTombstoned) {
    const detail = new shared.StreamDeleted().setStreamIdentifier(toIdentifier(error.stream));
    return status(codes.Code.NOT_FOUND, 'StreamDeleted', detail);
  }
  if (error instanceof AppendTooLarge) {
    const detail = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES);
    return status(codes.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', detail);
  }
  if (error instanceof InvalidRequest) {
    return status(
      codes.Code.INVALID_ARGUMENT,
      'BadRequest',
      new shared.BadRequest().setMessage(error.message),
    );
  }
  // Whether it was written is unknown, as after any time-out.
  if (error instanceof EventStoreUnavailable) {
    return status(codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());
  }
  return status(codes.Code.UNKNOWN, 'Unknown', new shared.Unknown());
}

export function conflictStatus({ of, revision }: Expectation, actual: ExpectedRevision): rpc.Status {
  const detail = new shared.WrongExpectedVersion();
  if (of === 'any') detail.setExpectedAny(new empty.Empty());
  else if (of === 'no-stream') detail.setExpectedNoStream(new empty.Empty());
  else if (of === 'stream-exists') detail.setExpectedStreamExists(new empty.Empty());
  else detail.setExpectedStreamPosition(revision);
  if (actual === 'no-stream') detail.setCurrentNoStream(new empty.Empty());
  else detail.setCurrentStreamRevision(actual.toString());
  return status(codes.Code.ALREADY_EXISTS, 'WrongExpectedVersion', detail);
}

function status(code: codes.Code, name: string, detail: { serializeBinary(): Uint8Array }): rpc.Status {
  const details = new any.Any();
  details.pack(detail.serializeBinary(), `event_store.client.${name}`);
  return new rpc.Status().setCode(code).setMessage(name).setDetails(details);
}
