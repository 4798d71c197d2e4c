/** What went wrong, stable for programs; the message is for people. */
export type DatabaseErrorCode =
  /** The connection URL cannot be read. */
  | 'bad-url'
  /** Nothing answers at the URL's address, or it answers as no PostgreSQL would. */
  | 'unreachable'
  | 'login-refused'
  | 'no-such-database'
  /** The data folder cannot be used as it is. */
  | 'data-dir'
  /** The data folder holds a cluster of another major version of PostgreSQL. */
  | 'other-version'
  /** The embedded PostgreSQL's programs are missing or do not run here. */
  | 'no-programs'
  | 'start-failed'
  | 'stop-failed'
  /** The schema was migrated by newer code than this. */
  | 'newer-schema'
  | 'migration-failed';

/** A failure around the database that its operator can mend: the message says what, where and how. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
