import { binaryEvent, type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { untilAnswer } from '@app/workers/testing';

/** What somebody else may do to a stream by any client. */
export interface LogDamage {
  readonly what: string;
  do(client: EventStoreDBClient, stream: string): Promise<unknown>;
}

export const foreignEvent: LogDamage = {
  what: 'has an event of a type that nobody knows, without metadata',
  do: (client, stream) => client.appendToStream(stream, jsonEvent({ type: 'SomeoneElse', data: {} })),
};

/** Leave a mark in the log, which every follower meets. */
export const marks: readonly LogDamage[] = [
  { what: 'was tombstoned', do: (client, stream) => client.tombstoneStream(stream) },
  foreignEvent,
  {
    what: 'has an event that is no JSON',
    do: (client, stream) =>
      client.appendToStream(stream, binaryEvent({ type: 'PictureTaken', data: Buffer.from([0, 255]) })),
  },
  {
    what: 'has an event of a known type that says nothing',
    do: (client, stream) => client.appendToStream(stream, jsonEvent({ type: 'OrderConfirmed', data: {} })),
  },
];

/** Take the beginning away without a mark; taking the metadata off again brings it back. */
export const cuts: readonly LogDamage[] = [
  { what: 'was cut by $tb', do: (client, stream) => client.setStreamMetadata(stream, { truncateBefore: 2 }) },
  { what: 'was cut by $maxCount', do: (client, stream) => client.setStreamMetadata(stream, { maxCount: 1 }) },
  {
    what: 'was emptied by $maxAge',
    async do(client, stream) {
      await client.setStreamMetadata(stream, { maxAge: 1 });
      await untilAnswer(
        () => countOf(client, stream),
        (count) => count === 0,
      );
    },
  },
];

export const repair = (client: EventStoreDBClient, stream: string): Promise<unknown> =>
  client.setStreamMetadata(stream, {});

/** Cannot be taken back. */
export const deletion: LogDamage = {
  what: 'was deleted',
  do: (client, stream) => client.deleteStream(stream),
};

async function countOf(client: EventStoreDBClient, stream: string): Promise<number> {
  let count = 0;
  for await (const _ of client.readStream(stream)) count++;
  return count;
}
