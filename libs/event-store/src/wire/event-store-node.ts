import { promisify } from 'node:util';
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from '@grpc/grpc-js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { gossipOfOne } from './gossip.js';
import { serverFeatures } from './server-features.js';
import { streamsDefinition, streamsService } from './streams.service.js';

/** Clients send a large append in parts of 3 MiB. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

export interface EventStoreNode {
  readonly port: number;
  /** What clients of EventStoreDB connect with. */
  readonly connectionString: string;
  /** Ends all calls; the store stays open. */
  close(): void;
}

/**
 * Serves the store over EventStoreDB's gRPC protocol: streams, server features and gossip; no persistent subscriptions,
 * projections or link events. There is neither TLS nor a login: everybody who reaches the port may read and write all.
 * `port` 0 takes a free one. Throws when the port cannot be had.
 */
export async function serveEventStore(
  store: ServedEventStore,
  { host, port }: { host: string; port: number },
): Promise<EventStoreNode> {
  // The library would print what it throws as well.
  setLogVerbosity(logVerbosity.NONE);
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
  server.addService(streamsDefinition, streamsService(store));
  server.addService(features.ServerFeaturesService, serverFeatures);
  server.addService(gossip.GossipService, gossipOfOne());
  const bind = promisify(server.bindAsync.bind(server));
  const bound = await bind(`${host}:${port}`, ServerCredentials.createInsecure());
  return {
    port: bound,
    connectionString: `esdb://${host}:${bound}?tls=false`,
    close: () => server.forceShutdown(),
  };
}
