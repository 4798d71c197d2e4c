/** The event log is not the one that this database has followed. The message says what to do. */
export class LogMismatch extends Error {
  override readonly name = 'LogMismatch';
}
