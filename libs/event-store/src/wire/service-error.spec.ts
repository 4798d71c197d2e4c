import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable, StreamTombstoned } from '../event-store.port.js';
import { toStatus } from './batch-status.js';
import { toServiceError } from './service-error.js';

describe('a call that failed', () => {
  it('names a tombstoned stream in ASCII trailers', () => {
    const { code, metadata } = toServiceError(new StreamTombstoned('größe-1'));
    expect(code).toBe(status.FAILED_PRECONDITION);
    expect(metadata.getMap()).toEqual({ exception: 'stream-deleted', 'stream-name': 'gr??e-1' });
  });

  it('is worth another try when the store was unavailable, and unknown otherwise', () => {
    expect(toServiceError(new EventStoreUnavailable('away'))).toMatchObject({
      code: status.UNAVAILABLE,
      details: 'away',
    });
    expect(toServiceError(new Error('a bug'))).toMatchObject({ code: status.UNKNOWN, details: 'a bug' });
  });
});

describe('a batched append that failed', () => {
  it('is worth another try when the store was unavailable, and unknown otherwise', () => {
    const [late, bug] = [new EventStoreUnavailable('away'), new Error('a bug')].map(toStatus);
    expect([late?.getCode(), late?.getDetails()?.getTypeName()]).toEqual([
      codes.Code.DEADLINE_EXCEEDED,
      'event_store.client.Timeout',
    ]);
    expect(bug?.getDetails()?.getTypeName()).toBe('event_store.client.Unknown');
  });

  it('names a tombstoned stream in its detail', () => {
    const detail = toStatus(new StreamTombstoned('größe-1'))
      .getDetails()
      ?.unpack((bytes) => shared.StreamDeleted.deserializeBinary(bytes), 'event_store.client.StreamDeleted');
    expect(Buffer.from(detail?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('größe-1');
  });
});
