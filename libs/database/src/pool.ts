import { Client, Pool } from 'pg';
import { type Log } from './database.js';
import { DatabaseError } from './database-error.js';

const CONNECT_TIMEOUT_MS = 10_000;

/** How much one process may ask of the server. */
export interface PoolLimits {
  /** Most connections; default 20. */
  readonly connections?: number;
  /** After so many milliseconds the server ends a statement; default: never. */
  readonly statementTimeoutMs?: number;
}

/**
 * A pool on `url` whose first connection has already succeeded.
 * Throws a DatabaseError that names host, port and database, and never the password.
 */
export async function openPool(
  url: string,
  log: Log,
  { connections = 20, statementTimeoutMs = 0 }: PoolLimits = {},
): Promise<Pool> {
  const address = addressOf(url);
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    keepAlive: true,
  });
  // A lost connection fails its query; without listeners it would also end the process.
  pool.on('error', (error) => log(`A connection to PostgreSQL at ${address} was lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await pool.query('select 1');
    return pool;
  } catch (error) {
    await pool.end();
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
