import { fromProject } from '../../lib/project.mjs';
import { shared } from '../../lib/requests.mjs';

const esdb = fromProject('@eventstore/db-client');
const features = fromProject('@eventstore/db-client/generated/serverfeatures_grpc_pb.js');
const gossip = fromProject('@eventstore/db-client/generated/gossip_grpc_pb.js');
const grpc = fromProject('@grpc/grpc-js');
export const scenarios = {};

scenarios['services: server features'] = async (t) => {
  await t.step('methods', async () => {
    const answer = await t.unary('getSupportedMethods', new shared.Empty(), {
      client: t.raw(features.ServerFeaturesClient),
    });
    t.note('there is a version', answer.getEventStoreServerVersion() !== '');
    return answer
      .getMethodsList()
      .filter((method) => method.getServiceName().toLowerCase() === 'event_store.client.streams.streams')
      .map((method) => `${method.getMethodName().toLowerCase()} ${method.getFeaturesList().sort()}`)
      .sort();
  });
};
scenarios['services: gossip'] = async (t) => {
  await t.step('members', async () => {
    const answer = await t.unary('read', new shared.Empty(), { client: t.raw(gossip.GossipClient) });
    return answer.getMembersList().map((member) => ({
      state: member.getState(),
      alive: member.getIsAlive(),
      port: String(member.getHttpEndPoint()?.getPort()) === t.target.split(':').at(-1),
      address: member.getHttpEndPoint()?.getAddress() === t.target.split(':')[0],
      id: member.getInstanceId()?.hasStructured() ? 'structured' : 'text',
      time: member.getTimeStamp() !== '0',
    }));
  });
};
scenarios['services: credentials over no TLS'] = async (t) => {
  await t.step('append', () =>
    t.client.appendToStream(t.stream(), t.event(), {
      credentials: { username: 'nobody', password: 'wrong' },
    }),
  );
  const metadata = new grpc.Metadata();
  metadata.set('authorization', `Basic ${Buffer.from('nobody:wrong').toString('base64')}`);
  await t.step(
    'features',
    async () =>
      (
        await t.unary('getSupportedMethods', new shared.Empty(), {
          client: t.raw(features.ServerFeaturesClient),
          metadata,
        })
      ).getMethodsList().length > 0,
  );
};
scenarios['services: a call that requires the leader'] = async (t) => {
  await t.step('append', () => t.client.appendToStream(t.stream(), t.event(), { requiresLeader: true }));
  await t.step('plain append', () => t.plain.appendToStream(t.stream(), t.event(), { requiresLeader: true }));
  await t.step('read', () => t.read(t.stream(), { requiresLeader: true }).then(({ length }) => length));
};
scenarios['services: persistent subscriptions'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  const settings = esdb.persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
  await t.step('create', () => t.client.createPersistentSubscriptionToStream(t.stream(), 'group', settings));
  await t.step('create again', () =>
    t.client.createPersistentSubscriptionToStream(t.stream(), 'group', settings),
  );
  await t.step('receive', async () => {
    const subscription = t.client.subscribeToPersistentSubscriptionToStream(t.stream(), 'group');
    const seen = [];
    subscription.on('error', () => {});
    for await (const event of subscription) {
      seen.push(`${event.event.revision} ${event.event.type}`);
      await subscription.ack(event);
      if (seen.length === 2) break;
    }
    return seen;
  });
  await t.step('delete', () => t.client.deletePersistentSubscriptionToStream(t.stream(), 'group'));
  await t.step('delete again', () => t.client.deletePersistentSubscriptionToStream(t.stream(), 'group'));
};
scenarios['services: a method that does not exist'] = async (t) => {
  const client = t.raw();
  await t.step(
    'call',
    () =>
      new Promise((resolve, reject) =>
        client.makeUnaryRequest(
          '/event_store.client.streams.Streams/Nothing',
          (value) => Buffer.from(value),
          (bytes) => bytes,
          '',
          (error, answer) => (error ? reject(error) : resolve(answer.length)),
        ),
      ),
  );
  await t.step(
    'service',
    () =>
      new Promise((resolve, reject) =>
        client.makeUnaryRequest(
          '/event_store.client.nothing.Nothing/Read',
          (value) => Buffer.from(value),
          (bytes) => bytes,
          '',
          (error, answer) => (error ? reject(error) : resolve(answer.length)),
        ),
      ),
  );
};
scenarios['services: read of $all by its name'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.event());
  await t.step('read', () => t.read('$all', { maxCount: 1 }).then(({ length }) => length));
};
