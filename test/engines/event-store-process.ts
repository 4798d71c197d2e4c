import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { AppProcess } from '../support/app-process.js';

/** The served event store as a process of its own, on a schema of its own: it may be frozen, killed and started again. */
export class EventStoreProcess {
  /** The same log without the server. */
  log: PostgresEventStore;
  private node: AppProcess;
  /** A free one at the first start, the same one ever after. */
  private port = '0';

  private constructor(private database: TestDatabase) {
    this.log = new PostgresEventStore(database.pool);
  }

  static async start(): Promise<EventStoreProcess> {
    const server = new EventStoreProcess(await testDatabase());
    await server.start();
    return server;
  }

  get address(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Resolves when it takes calls. */
  async start(): Promise<void> {
    const env = { DATABASE_URL: this.database.url, EVENT_STORE_NODE_PORT: this.port };
    this.node = new AppProcess('event-store-node', env, /ready: (esdb:\/\/\S+)/);
    await this.node.start();
    this.port = new URL(this.node.url).port;
  }

  freeze(): void {
    this.node.freeze();
  }

  kill(): Promise<void> {
    return this.node.kill();
  }

  /** Starts it again at the same address with an empty log, as if its disk had been lost. */
  async reset(): Promise<void> {
    await this.remove();
    this.database = await testDatabase();
    this.log = new PostgresEventStore(this.database.pool);
    await this.start();
  }

  /** Ends it and removes its schema. */
  async remove(): Promise<void> {
    await this.kill();
    await this.log.close();
    await this.database.drop();
  }
}
