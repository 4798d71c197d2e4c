import { setTimeout as delay } from 'node:timers/promises';
import { type DatabaseLog } from '../database.js';
import { type Cluster } from './cluster.js';
import { closeSession, openSession, type ServerSession } from './session.js';

const RETRY_MS = 1000;

/** This process's part in the server of a cluster: while it lasts, a server that dies is started again. */
export class Membership {
  #session: Promise<ServerSession>;
  #left = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly log: DatabaseLog,
  ) {
    this.#session = this.#join();
  }

  /** The server's URL, once it takes connections. */
  async url(): Promise<string> {
    return (await this.#session).url;
  }

  /** The last member to leave stops the server. */
  async leave(): Promise<void> {
    this.#left = true;
    const session = await this.#session.catch(() => undefined);
    if (session) await closeSession(session, this.cluster);
  }

  async #join(): Promise<ServerSession> {
    const session = await openSession(this.cluster, this.log);
    session.client.once('end', () => {
      if (!this.#left) this.#session = this.#rejoin();
    });
    return session;
  }

  /** Tries for as long as it takes: a full disk, for one, may have space again later. */
  async #rejoin(): Promise<ServerSession> {
    this.log('The connection to PostgreSQL was lost: looking for it, or starting it again.');
    for (;;) {
      try {
        return await this.#join();
      } catch (error) {
        if (this.#left) throw error;
        this.log((error as Error).message);
        await delay(RETRY_MS);
      }
    }
  }
}
