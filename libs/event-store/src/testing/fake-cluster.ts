import { promisify } from 'node:util';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams, { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { isBehind, type Position } from '../position.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { serverFeatures } from '../wire/server-features.js';
import { streamsService } from '../wire/streams.service.js';
import { type TcpProxy, tcpProxy } from './tcp-proxy.js';

const { VNodeState } = gossip.MemberInfo;
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

/** A node of a fake cluster: what clients see of it, and what a test does to it. */
export interface FakeNode {
  /** `host:port`. */
  readonly name: string;
  /** The way to it, to be muted, refused or cut. */
  readonly proxy: TcpProxy;
  /** What it was asked, as `call@role`: `read@follower` for a read that did not ask for the leader. */
  readonly asked: string[];
}

export interface FakeCluster {
  readonly nodes: readonly FakeNode[];
  /** The connection string of all nodes; options are added to it. */
  address(options?: string): string;
  /** Makes the node the leader, or none; connections stay. */
  elect(leader: FakeNode | undefined): void;
  /** Nobody is there any more. */
  kill(node: FakeNode): void;
  revive(node: FakeNode): void;
  /** From now on followers have nothing of what is written. */
  lag(): Promise<void>;
  close(): Promise<void>;
}

interface Call {
  readonly metadata: Metadata;
  emit(event: 'error', error: unknown): unknown;
}

/** Several nodes over one store, the first of them the leader. It answers for roles as EventStoreDB does. */
export async function fakeCluster(store: ServedEventStore, size = 3): Promise<FakeCluster> {
  const members: (FakeNode & { readonly server: Server })[] = [];
  const dead = new Set<FakeNode>();
  let leader: FakeNode | undefined;
  let seenByFollowers: Position | undefined;
  let lagging = false;

  const hasQuorum = () => (members.length - dead.size) * 2 > members.length;
  const roleOf = (node: FakeNode) => (node === leader ? 'leader' : 'follower');

  /** What a node answers that is asked for the leader and is none. */
  const notLeader = () => {
    if (!leader || dead.has(leader))
      return { code: status.UNKNOWN, details: 'No leader info available in response' };
    const [host = '', port = ''] = leader.name.split(':');
    const metadata = new Metadata();
    metadata.set('exception', 'not-leader');
    metadata.set('leader-endpoint-host', host);
    metadata.set('leader-endpoint-port', port);
    return { code: status.NOT_FOUND, details: 'Leader info available', metadata };
  };

  const serviceOf = (node: FakeNode): IStreamsServer => {
    const genuine = streamsService(store);
    const stale = streamsService(upTo(store, () => (lagging ? seenByFollowers : 'all')));
    return {
      ...genuine,
      read: (call) => {
        const role = roleOf(node);
        node.asked.push(`read@${role}`);
        if (role === 'leader') genuine.read(call);
        else if (asksForLeader(call)) call.emit('error', notLeader());
        else stale.read(call);
      },
      append: (call, callback) => {
        node.asked.push(`append@${roleOf(node)}`);
        if (node !== leader && asksForLeader(call)) callback(notLeader());
        // Without a majority nothing is ever acknowledged.
        else if (hasQuorum()) genuine.append(call, callback);
      },
    };
  };

  const gossipOf = (_: unknown, callback: (error: null, info: gossip.ClusterInfo) => void) =>
    callback(
      null,
      new gossip.ClusterInfo().setMembersList(
        members.map((node) => {
          const [host = '', port = ''] = node.name.split(':');
          return new gossip.MemberInfo()
            .setState(node === leader ? VNodeState.LEADER : VNodeState.FOLLOWER)
            .setIsAlive(!dead.has(node))
            .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(Number(port)));
        }),
      ),
    );

  for (let nr = 0; nr < size; nr++) {
    const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
    const port = await promisify(server.bindAsync.bind(server))(
      '127.0.0.1:0',
      ServerCredentials.createInsecure(),
    );
    const proxy = await tcpProxy(port);
    const node = { name: `127.0.0.1:${proxy.port}`, proxy, asked: [], server };
    server.addService(streams.StreamsService, serviceOf(node));
    server.addService(gossipService.GossipService, { read: gossipOf });
    server.addService(features.ServerFeaturesService, serverFeatures);
    members.push(node);
  }
  leader = members[0];

  return {
    nodes: members,
    address: (options = '') => `esdb://${members.map(({ name }) => name).join(',')}?tls=false${options}`,
    elect: (node) => (leader = node),
    kill(node) {
      dead.add(node);
      node.proxy.refuse();
    },
    revive(node) {
      dead.delete(node);
      node.proxy.accept();
    },
    async lag() {
      seenByFollowers = await store.lastPosition();
      lagging = true;
    },
    async close() {
      for (const { server } of members) server.forceShutdown();
      await Promise.all(members.map(({ proxy }) => proxy.close()));
    },
  };
}

const asksForLeader = ({ metadata }: Pick<Call, 'metadata'>) => metadata.get('requires-leader')[0] === 'true';

/** The store as somebody sees it who has not heard of events behind a position. */
function upTo(store: ServedEventStore, end: () => Position | 'all' | undefined): ServedEventStore {
  async function* seen<E extends { readonly position: Position }>(events: AsyncIterable<E>) {
    const last = end();
    for await (const event of events) {
      if (last !== 'all' && isBehind(event.position, last)) return;
      yield event;
    }
  }
  return Object.assign(Object.create(store) as ServedEventStore, {
    readStream: (...args: Parameters<ServedEventStore['readStream']>) => seen(store.readStream(...args)),
    readAll: (...args: Parameters<ServedEventStore['readAll']>) => seen(store.readAll(...args)),
  });
}
