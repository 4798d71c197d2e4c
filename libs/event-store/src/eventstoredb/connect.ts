import { EventStoreDBClient } from '@eventstore/db-client';

/** What the client heeds; it warns of anything else by printing the whole address, password and all. */
const OPTIONS = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'keepAliveInterval',
  'keepAliveTimeout',
  'nodePreference',
  'discoveryInterval',
  'gossipTimeout',
  'maxDiscoverAttempts',
];
const KNOWN = OPTIONS.map((option) => option.toLowerCase());

const ADDRESS = /^esdb(\+discover)?:\/\/([^:@/?#\s]+:[^:@/?#\s]+@)?[^@/?#\s]+\/?(\?(?<options>[^\s?#]*))?$/;

/** The connection string cannot be used; the message tells the operator why, without the password. */
export class EventStoreAddressError extends Error {
  override readonly name = 'EventStoreAddressError';
}

/**
 * A client of the server that a connection string names; it connects with the first call. Throws
 * `EventStoreAddressError`.
 *
 * The client is kept from its BatchAppend call. All its instances share one table of pending appends there: an error of
 * one empties it, and the next answer, or an append that was queued behind a full connection, then ends the process.
 * Nor has that call a deadline, except one by the server's clock. The plain Append stands alone and is cancelled in time;
 * it writes about half as many appends in a second.
 */
export function connect(address: string): EventStoreDBClient {
  const options = ADDRESS.exec(address)?.groups;
  if (!options)
    throw new EventStoreAddressError(
      'The connection string of EventStoreDB is not of the form esdb://user:password@host:port?option=value; ' +
        'write characters such as @ : / ? # in a password as %40 %3A %2F %3F %23.',
    );
  for (const name of new URLSearchParams(options.options).keys()) {
    if (!KNOWN.includes(name.toLowerCase()))
      throw new EventStoreAddressError(
        `The connection string of EventStoreDB has the option "${name}", which this system does not heed; ` +
          `it knows ${OPTIONS.join(', ')}.`,
      );
  }
  return Object.assign(clientOf(address), { supports: () => Promise.resolve(false) });
}

function clientOf(address: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(address);
  } catch (error) {
    // Without its cause, which has the address as a property that loggers print.
    throw new EventStoreAddressError(
      `The connection string of EventStoreDB cannot be used: ${(error as Error).message}`,
    );
  }
}
