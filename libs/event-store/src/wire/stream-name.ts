import shared from '@eventstore/db-client/generated/shared_pb.js';
import { unknownRequest } from './invalid-request.js';

export function fromIdentifier(identifier: shared.StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
  if (name === '') throw unknownRequest('The request names no stream.');
  return name;
}

/** A stream to write to. `$$` would be the metadata of a stream without a name; EventStoreDB itself ends over it. */
export function writableStream(identifier: shared.StreamIdentifier | undefined): string {
  const name = fromIdentifier(identifier);
  if (name === '$$') throw unknownRequest('$$ is the name of no stream.');
  return name;
}

export function toIdentifier(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));
}
