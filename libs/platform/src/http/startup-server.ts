import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Settings } from '../settings/settings.js';
import { listenFailure } from './listen.js';
import { problem } from './problem.js';
import { languageHeaders, localeOf } from './request-locale.js';

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

/**
 * Stands in, at the app's address, for an app whose engines are not there yet. It answers that the process is alive to
 * `/healthz`, and that it is not ready to everything else. A signal to stop ends the process at once.
 */
export class StartupServer {
  private server: Server | undefined;
  private reason = '';

  constructor(private readonly address: Pick<Settings, 'HOST' | 'PORT'>) {}

  /** Opens, if that has not happened yet. Throws `StartError` when the address cannot be listened on. */
  async open(reason: string): Promise<void> {
    this.reason = reason;
    if (this.server) return;
    this.server = createServer((request, response) =>
      request.url === '/healthz' ? answerAlive(response) : this.answerNotReady(request, response),
    );
    for (const signal of stopSignals) process.once(signal, stop);
    try {
      await once(this.server.listen(this.address.PORT, this.address.HOST), 'listening');
    } catch (error) {
      throw listenFailure(error, this.address);
    }
  }

  /** Leaves the address to the app. */
  async close(): Promise<void> {
    for (const signal of stopSignals) process.off(signal, stop);
    if (!this.server?.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private answerNotReady(request: IncomingMessage, response: ServerResponse): void {
    const locale = localeOf(request);
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '1' };
    const notReady = problem(503, 'not-ready', { failing: this.reason.replace(/\.$/, '') });
    response
      .writeHead(503, { ...headers, ...languageHeaders(locale) })
      .end(JSON.stringify(notReady.toProblem(request.url ?? '/', locale)));
  }
}

const stop = (): void => process.exit(0);

const answerAlive = (response: ServerResponse): void =>
  void response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ status: 'alive' }));
