import { DatabaseError, type Pool, type QueryConfig, type QueryResultRow } from 'pg';
import { EventStoreUnavailable } from '../event-store.port.js';

/** Long enough for a busy server, short enough for a caller who holds a request open. */
const TIMEOUT_MS = 10_000;

/**
 * SQLSTATE of failures that lie with the server or the way to it, not with the statement: connection, resources
 * (a full disk), operator (a shutdown), I/O, and a server that turned read-only.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const NOT_THE_STATEMENT = /^(08|53|57|58|25006)/;

/** The store's way to its database: prepared statements with a time limit. */
export class Queries {
  constructor(private readonly pool: Pool) {}

  /** Throws EventStoreUnavailable when the server cannot do it now, and PostgreSQL's own error when it never will. */
  async run<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const query: QueryConfig & { query_timeout: number } = {
      // Names of prepared statements are shared by all users of the pool.
      name: `event-store:${name}`,
      text,
      values,
      query_timeout: Math.min(TIMEOUT_MS, this.pool.options.query_timeout ?? TIMEOUT_MS),
    };
    try {
      return (await this.pool.query<Row>(query)).rows;
    } catch (error) {
      if (error instanceof DatabaseError && !NOT_THE_STATEMENT.test(error.code ?? '')) throw error;
      throw new EventStoreUnavailable(
        `PostgreSQL did not answer the event store: ${(error as Error).message}`,
        {
          cause: error,
        },
      );
    }
  }
}
