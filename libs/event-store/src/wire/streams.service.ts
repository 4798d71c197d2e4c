import grpc, { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type ServiceDefinition } from '@grpc/grpc-js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { appendHandler } from './append.handler.js';
import { batchAppendHandler } from './batch-append.handler.js';
import { deleteHandler, tombstoneHandler } from './delete.handlers.js';
import { readHandler } from './read.handler.js';

/** One message may go to many subscribers. */
const serialized = new WeakMap<object, Buffer>();

/** Bytes that are no message count as an empty one, which the handlers refuse as EventStoreDB does. */
export const streamsDefinition = Object.fromEntries(
  Object.entries(grpc.StreamsService).map(([name, method]) => [
    name,
    {
      ...method,
      requestDeserialize: (bytes: Buffer): unknown => {
        try {
          return method.requestDeserialize(bytes);
        } catch {
          return method.requestDeserialize(Buffer.alloc(0));
        }
      },
      responseSerialize: (response: object): Buffer => {
        const bytes = serialized.get(response) ?? method.responseSerialize(response as never);
        serialized.set(response, bytes);
        return bytes;
      },
    },
  ]),
) as ServiceDefinition<IStreamsServer>;

export function streamsService(store: ServedEventStore): IStreamsServer {
  return {
    read: readHandler(store),
    append: appendHandler(store),
    batchAppend: batchAppendHandler(store),
    delete: deleteHandler(store),
    tombstone: tombstoneHandler(store),
  };
}
