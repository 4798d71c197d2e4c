/** Errors of engines that are away for the moment, or until an operator acts, by their names: they are of other libraries. */
const names = [
  'EventStoreUnavailable',
  'EventStoreLoginRefused',
  'EventStoreRightMissing',
  'LogMismatch',
  'StatusLogUnavailable',
];
/** PostgreSQL's classes of errors that pass: connection, resources, shutdown (appendix A of its manual). */
const passingSqlState = /^(08|53|57P)/;
/** What its client says of a connection that it lost or did not get, or that is silent; these errors have no code. */
const noConnection = /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect)/;
const brokenSocket = ['ECONNRESET', 'EPIPE'];
const connecting = ['connect', 'getaddrinfo'];

/** Whether an engine could not be reached, or was not ready: the same may well succeed in a while. */
export function isEngineAway(error: unknown): boolean {
  const {
    name = '',
    message = '',
    code = '',
    syscall = '',
  } = Object(error) as Partial<NodeJS.ErrnoException>;
  return (
    names.includes(name) ||
    passingSqlState.test(code) ||
    brokenSocket.includes(code) ||
    connecting.includes(syscall) ||
    noConnection.test(message)
  );
}
