import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly sequence: string;
    readonly data: { readonly orderId: string; readonly sellerId: string };
  };
}

/** A real HTTP server of this process. `answer` says with which status, and may take its time. */
export async function receiver(answer: (request: Received) => number | Promise<number> = () => 204) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { url: path = '', headers } = request;
      const got = { path, headers, body, event: JSON.parse(body) as Received['event'] };
      received.push(got);
      response.writeHead(await answer(got), { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    received,
    port: (server.address() as AddressInfo).port,
    stop() {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(stopped));
    },
  };
}
