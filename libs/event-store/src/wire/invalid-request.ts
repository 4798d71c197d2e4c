import { status } from '@grpc/grpc-js';

/**
 * The client sent something that the protocol does not allow; `trailers` tell its library which error to raise.
 * Where EventStoreDB itself stumbles over the request, it answers UNKNOWN instead of INVALID_ARGUMENT.
 */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(
    message: string,
    readonly trailers: Readonly<Record<string, string>> = {},
    readonly code: status.INVALID_ARGUMENT | status.UNKNOWN = status.INVALID_ARGUMENT,
  ) {
    super(message);
  }
}

export const unknownRequest = (message: string): InvalidRequest =>
  new InvalidRequest(message, {}, status.UNKNOWN);
