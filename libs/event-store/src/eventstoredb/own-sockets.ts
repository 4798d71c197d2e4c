import { type Socket } from 'node:net';
import { type ChannelCredentials } from '@grpc/grpc-js';

/**
 * The sockets of a channel, to be ended with it. gRPC itself waits without a limit for the first word of a server, and
 * for the end of calls that nobody answers.
 */
export class OwnSockets {
  private readonly sockets = new Set<Socket>();
  private ended = false;

  /** The credentials, which from now on tell of each socket that a channel is given. */
  of(credentials: ChannelCredentials): ChannelCredentials {
    const create = credentials._createSecureConnector.bind(credentials);
    credentials._createSecureConnector = (...args) => {
      const connector = create(...args);
      const connect = connector.connect.bind(connector);
      connector.connect = (socket) => {
        this.sockets.add(socket);
        socket.once('close', () => this.sockets.delete(socket));
        if (this.ended) socket.destroy();
        return connect(socket);
      };
      return connector;
    };
    return credentials;
  }

  end(): void {
    this.ended = true;
    for (const socket of this.sockets) socket.destroy();
  }
}
