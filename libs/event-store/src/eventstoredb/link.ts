import gossipClient from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsClient from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Channel, connectivityState, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type ConnectionAddress } from './address.js';
import { type Purpose, toFailure } from './failure.js';
import { type Member, toMembers } from './gossip.js';
import { OwnSockets } from './own-sockets.js';

/** The server takes events of 16 MiB from others. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

/**
 * One connection to one node. gRPC makes another by itself when it breaks, perhaps to another server: here the link is
 * over then, and its calls fail.
 */
export class Link {
  /** Whether the node has answered what only the leader answers. */
  leads = false;
  private readonly clients: {
    readonly streams: InstanceType<typeof streamsClient.StreamsClient>;
    readonly gossip: InstanceType<typeof gossipClient.GossipClient>;
  };
  private readonly channel: Channel;
  private readonly sockets = new OwnSockets();
  private readonly ending = new AbortController();
  private late = 0;

  constructor(
    readonly node: string,
    private readonly address: ConnectionAddress,
  ) {
    const { tls, keepAliveIntervalMs, keepAliveTimeoutMs } = address;
    const secured = tls
      ? credentials.createSsl(tls.authority, tls.key, tls.certificate)
      : credentials.createInsecure();
    this.channel = new Channel(node, this.sockets.of(secured), {
      'grpc.keepalive_time_ms': Math.min(keepAliveIntervalMs, 2 ** 31 - 1),
      'grpc.keepalive_timeout_ms': Math.min(keepAliveTimeoutMs, 2 ** 31 - 1),
      'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
      'grpc.use_local_subchannel_pool': 1,
      'grpc.enable_retries': 0,
    });
    const options = { channelOverride: this.channel };
    this.clients = {
      streams: new streamsClient.StreamsClient(node, secured, options),
      gossip: new gossipClient.GossipClient(node, secured, options),
    };
  }

  /** The calls on streams. Throws `EventStoreUnavailable` when the link is over, for gRPC would throw a plain error. */
  get streams() {
    if (this.over) throw new EventStoreUnavailable(`The connection to EventStoreDB at ${this.node} is over.`);
    return this.clients.streams;
  }

  get over(): boolean {
    return this.ending.signal.aborted;
  }

  /** Makes the connection, and calls `onOver` when it has come to its end. Throws when it is not made in time. */
  async open(timeoutMs: number, onOver: () => void): Promise<void> {
    await this.members(timeoutMs);
    this.ending.signal.addEventListener('abort', onOver);
    const { READY } = connectivityState;
    if (this.channel.getConnectivityState(false) !== READY) this.end();
    else this.channel.watchConnectivityState(READY, Infinity, () => this.end());
  }

  /** The nodes of the cluster as this one sees them; none where it does not tell. */
  async members(timeoutMs: number): Promise<Member[]> {
    try {
      return await new Promise((resolve, reject) => {
        this.clients.gossip.read(
          new shared.Empty(),
          this.metadata(false),
          { deadline: Date.now() + timeoutMs },
          (error, info) => {
            if (error) reject(error);
            else resolve(toMembers(info));
          },
        );
      });
    } catch (error) {
      const { code } = error as ServiceError;
      if (code === status.UNIMPLEMENTED || code === status.PERMISSION_DENIED) return [];
      throw toFailure(error, this.address, this.node, { right: 'read', stream: 'gossip', timeoutMs });
    }
  }

  /** What goes with a call; the login over TLS only. */
  metadata(requiresLeader: boolean): Metadata {
    const metadata = new Metadata();
    const { connectionName, user, tls } = this.address;
    if (connectionName) metadata.set('connection-name', connectionName);
    if (requiresLeader) metadata.set('requires-leader', 'true');
    if (user && tls)
      metadata.set(
        'authorization',
        `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`,
      );
    return metadata;
  }

  failure(error: unknown, purpose: Purpose): Error {
    return toFailure(error, this.address, this.node, purpose);
  }

  /** An answer came; `late` is that it did not come in time. Two in a row, and the line counts as silent. */
  answered(late: boolean): void {
    this.late = late ? this.late + 1 : 0;
    if (this.late === 2) this.end();
  }

  /** Ends the connection and every call on it. */
  end(): void {
    if (this.over) return;
    this.ending.abort();
    this.channel.close();
    this.sockets.end();
  }
}
