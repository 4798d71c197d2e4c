import { Client, DatabaseError, type Pool } from 'pg';

/** How often a session with nothing to do is asked for a sign of life, and how long it may take to give it, in ms. */
const usualPingMs = 5_000;
/** How long a server may take to say goodbye, in ms. */
const goodbyeMs = 1_000;

/**
 * A connection outside the pool, for locks and for LISTEN. The locks live exactly as long as it does: what it can still
 * write, it writes as their holder. One that falls silent is ended, and the server notices within 20 s that its
 * machine has vanished.
 */
export class Session extends Client {
  private readonly ended = new AbortController();

  private constructor(
    pool: Pool,
    private readonly pingMs: number,
  ) {
    super(pool.options);
    // A lost connection shows in the next query; without a listener it would also end the process.
    this.on('error', () => {});
    const pinging = setInterval(() => void this.ping(), pingMs).unref();
    this.once('end', () => {
      clearInterval(pinging);
      this.ended.abort();
    });
  }

  /** Throws where the server takes no connection in time. */
  static async open(pool: Pool, { pingMs = usualPingMs } = {}): Promise<Session> {
    const session = new Session(pool, pingMs);
    try {
      await session.connect();
      await session.query(
        'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
      );
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Aborts when the connection has come to its end, and with it its locks. */
  get lost(): AbortSignal {
    return this.ended.signal;
  }

  /** Ends it, also where the server does not answer any more. */
  async close(): Promise<void> {
    const late = setTimeout(cut, goodbyeMs, this);
    await this.end().catch(() => {});
    clearTimeout(late);
  }

  /** What is under way has a limit of its own, so only silence with nothing to do is looked at. Any answer will do. */
  private async ping(): Promise<void> {
    if (!(this as unknown as { readonly readyForQuery: boolean }).readyForQuery) return;
    const ping = { text: 'select 1', query_timeout: this.pingMs };
    await this.query(ping).catch((error: unknown) => {
      if (!(error instanceof DatabaseError)) cut(this);
    });
  }
}

/** Ends a connection without a word to the server. */
export const cut = (client: Client): void => void client.connection.stream.destroy();
