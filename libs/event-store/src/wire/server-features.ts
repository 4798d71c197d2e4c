import { type IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';

/** The version of EventStoreDB whose protocol is spoken here. */
const PROTOCOL_VERSION = '24.2.0.0';

/** What EventStoreDB has learned since its methods were first there. */
const FEATURES: Record<string, string[]> = {
  read: ['position', 'events'],
  batchappend: ['deadline_duration'],
};

/** Tells clients what can be called, so that they choose batch append. */
export const serverFeatures: IServerFeaturesServer = {
  getSupportedMethods: (_call, callback) => {
    const methods = Object.values(grpc.StreamsService).map(({ path }: { path: string }) => {
      const [, service = '', name = ''] = path.split('/');
      const method = name.toLowerCase();
      return new features.SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList(FEATURES[method] ?? []);
    });
    callback(
      null,
      new features.SupportedMethods().setEventStoreServerVersion(PROTOCOL_VERSION).setMethodsList(methods),
    );
  },
};
