import { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { appendHandler } from './append.handler.js';
import { batchAppendHandler } from './batch-append.handler.js';
import { deleteHandler, tombstoneHandler } from './delete.handlers.js';
import { readHandler } from './read.handler.js';

export function streamsService(store: ServedEventStore): IStreamsServer {
  return {
    read: readHandler(store),
    append: appendHandler(store),
    batchAppend: batchAppendHandler(store),
    delete: deleteHandler(store),
    tombstone: tombstoneHandler(store),
  };
}
