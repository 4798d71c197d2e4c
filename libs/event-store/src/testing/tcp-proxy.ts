import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** From now on nothing of what the server answers reaches the client, on connections to come either. */
  muteServer(): void;
  /** Connections are let through again; those made or muted meanwhile stay silent, as a load balancer leaves them. */
  unmute(): void;
  /** Ends all connections, and each one to come at once, as if nobody were there. */
  refuse(): void;
  /** Lets connections through again. */
  accept(): void;
  /** Ends all connections; later ones are let through. */
  cut(): void;
  /** How many connections there have been. */
  readonly connections: number;
  /** How many there are now. */
  readonly open: number;
  close(): Promise<void>;
}

/** A way to a server that a test can disturb. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const muting = new Set<() => void>();
  let muted = false;
  let refusing = false;
  let connections = 0;
  const server = createServer((client) => {
    client.on('error', () => {});
    if (refusing) return void client.destroy();
    connections++;
    const upstream = connect(target, '127.0.0.1');
    let through = !muted;
    const mute = () => (through = false);
    muting.add(mute);
    upstream.on('close', () => muting.delete(mute));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (data) => {
      if (through) client.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    muted = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    muteServer: () => {
      muted = true;
      for (const mute of muting) mute();
    },
    unmute: () => void (muted = false),
    refuse: () => {
      refusing = true;
      cut();
    },
    accept: () => void (refusing = false),
    cut,
    get connections() {
      return connections;
    },
    get open() {
      return muting.size;
    },
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      return closed;
    },
  };
}
