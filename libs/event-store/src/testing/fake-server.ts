import { promisify } from 'node:util';
import streams, { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { streamsService } from '../wire/streams.service.js';

export interface FakeServer {
  readonly port: number;
  close(): void;
}

/** A server with nothing but these calls. */
export async function fakeServer(
  calls: IStreamsServer,
  credentials = ServerCredentials.createInsecure(),
): Promise<FakeServer> {
  const server = new Server();
  server.addService(streams.StreamsService, calls);
  const port = await promisify(server.bindAsync.bind(server))('127.0.0.1:0', credentials);
  return { port, close: () => server.forceShutdown() };
}

/** A server of the store, whose calls may be changed. */
export const fakeServerOf = (
  store: ServedEventStore,
  changed: (genuine: IStreamsServer) => IStreamsServer,
  credentials?: ServerCredentials,
): Promise<FakeServer> => fakeServer(changed(streamsService(store)), credentials);
