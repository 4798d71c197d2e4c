import { type Pool } from 'pg';

/** An open PostgreSQL database. */
export interface Database {
  /** Connection URL, password included: not for logs. */
  readonly url: string;
  readonly pool: Pool;
  /**
   * Waits a few seconds until every client is back in the pool, then leaves; the last user of an embedded server stops it.
   * Without it the process does not end by itself.
   */
  close(): Promise<void>;
}

/** Receives what an operator should know, a line at a time. */
export type DatabaseLog = (line: string) => void;
