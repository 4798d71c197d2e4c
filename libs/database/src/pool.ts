import { setTimeout } from 'node:timers/promises';
import { Client, Pool, type PoolClient } from 'pg';
import { type DatabaseLog } from './database.js';
import { DatabaseError } from './database-error.js';
import { cut } from './session.js';

const CONNECT_TIMEOUT_MS = 10_000;
/** Silence on a connection after which the system asks whether the other side is still there. */
const KEEP_ALIVE_MS = 10_000;
/** The server itself ends a statement that takes too long; where that answer does not come either, the client does. */
const ANSWER_MARGIN_MS = 2_000;
/** Where the server is set not to end statements, the client still does not wait for ever. */
const LONGEST_ANSWER_MS = 3_600_000;
/** How long what is under way at the end may take: supervisors kill after 10 s. */
const CLOSING_MS = 3_000;
/** How long a server may take to say goodbye. */
const GOODBYE_MS = 1_000;

/** How much one process may ask of the server. */
export interface PoolLimits {
  /** Most connections; default 20. */
  readonly connections?: number;
  /** After so many milliseconds the server ends a statement; 0 is never, default 30 s. */
  readonly statementTimeoutMs?: number;
}

interface OpenPool {
  readonly pool: Pool;
  /** Waits a few seconds for what is under way, and lets go of the server. */
  close(): Promise<void>;
}

/**
 * A pool on `url` whose first connection has already succeeded. Every wait for the server has an end.
 * Throws a DatabaseError that names host, port and database, and never the password.
 */
export async function openPool(
  url: string,
  log: DatabaseLog,
  { connections = 20, statementTimeoutMs = 30_000 }: PoolLimits = {},
): Promise<OpenPool> {
  const address = addressOf(url);
  const answerMs = statementTimeoutMs === 0 ? LONGEST_ANSWER_MS : statementTimeoutMs + ANSWER_MARGIN_MS;
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    query_timeout: answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  // A lost connection fails its query; without listeners it would also end the process.
  pool.on('error', (error) => log(`A connection to PostgreSQL at ${address} was lost: ${error.message}`));
  const clients = new Set<PoolClient>();
  pool.on('connect', (client) => {
    clients.add(client);
    client.on('error', () => {}).once('end', () => clients.delete(client));
  });
  const close = async (): Promise<void> => {
    await Promise.race([pool.end(), setTimeout(CLOSING_MS, undefined, { ref: false })]);
    // One that does not hear the server's goodbye would keep the process from ending.
    void setTimeout(GOODBYE_MS, undefined, { ref: false }).then(() => clients.forEach(cut));
  };
  try {
    await pool.query('select 1');
    return { pool, close };
  } catch (error) {
    await close();
    throw connectionFailure(address, error);
  }
}

function addressOf(url: string): string {
  try {
    const { host, port, database } = new Client({ connectionString: url });
    return `${host}:${port}, database "${database}"`;
  } catch (error) {
    throw new DatabaseError(
      'bad-url',
      'DATABASE_URL is no PostgreSQL URL: write postgres://user:password@host:5432/name.',
      {
        cause: error,
      },
    );
  }
}

function connectionFailure(address: string, cause: unknown): DatabaseError {
  const { code, message } = cause as { code?: string; message: string };
  // Codes of PostgreSQL: https://www.postgresql.org/docs/18/errcodes-appendix.html
  switch (code) {
    case '28P01':
    case '28000':
      return new DatabaseError(
        'login-refused',
        `PostgreSQL at ${address} refuses the login: correct user and password in DATABASE_URL, or allow them in pg_hba.conf.`,
        { cause },
      );
    case '3D000':
      return new DatabaseError(
        'no-such-database',
        `PostgreSQL at ${address}: the database does not exist. Create it, or correct DATABASE_URL.`,
        { cause },
      );
    default:
      return new DatabaseError(
        'unreachable',
        `PostgreSQL at ${address} cannot be reached (${message || code}): start it, or correct DATABASE_URL.`,
        { cause },
      );
  }
}
