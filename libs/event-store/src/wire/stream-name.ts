import shared from '@eventstore/db-client/generated/shared_pb.js';
import { InvalidRequest } from './invalid-request.js';

export function fromIdentifier(identifier: shared.StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
  if (name === '') throw new InvalidRequest('The request names no stream.');
  return name;
}

export function toIdentifier(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));
}
