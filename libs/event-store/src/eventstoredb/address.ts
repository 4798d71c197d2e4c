import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a connection string says. */
export interface ConnectionAddress {
  /** `host:port` of each node that it names. */
  readonly nodes: readonly string[];
  /** Whether these nodes are asked for the one to use; a single node is used as it is. */
  readonly cluster: boolean;
  readonly user: { readonly name: string; readonly password: string } | undefined;
  /** Undefined without TLS; the authorities that Node knows count where `authority` is undefined. */
  readonly tls:
    { readonly authority?: Buffer; readonly certificate?: Buffer; readonly key?: Buffer } | undefined;
  readonly connectionName: string | undefined;
  /** The kind of node that subscriptions are taken from; all else is asked of the leader. */
  readonly nodePreference: NodePreference;
  readonly keepAliveIntervalMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly discoveryIntervalMs: number;
  readonly gossipTimeoutMs: number;
  readonly maxDiscoverAttempts: number;
}

export type NodePreference = 'leader' | 'follower' | 'random' | 'readonlyreplica';

/** The connection string cannot be used; the message says why, without the password. */
export class EventStoreAddressError extends Error {
  override readonly name = 'EventStoreAddressError';
}

const ADDRESS =
  /^(?:esdb|kurrentdb)(?<discover>\+discover)?:\/\/(?:(?<name>[^:@/?#\s]+):(?<password>[^:@/?#\s]+)@)?(?<nodes>[^@/?#\s]+)\/?(?:\?(?<options>[^\s?#]*))?$/;
const NODE = /^(?<host>\[[\da-f:]+\]|[^:[\]]+)(?::(?<port>[^:]*))?$/i;
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
] as const;
const PREFERENCES: readonly NodePreference[] = ['leader', 'follower', 'random', 'readonlyreplica'];

/** Reads a connection string and the files that it names. Throws `EventStoreAddressError`. */
export function parseAddress(text: string): ConnectionAddress {
  const parts = ADDRESS.exec(text)?.groups;
  if (!parts)
    throw new EventStoreAddressError(
      'The connection string of EventStoreDB is not of the form esdb://user:password@host:port?option=value; ' +
        'write characters such as @ : / ? # in a password as %40 %3A %2F %3F %23.',
    );
  const { discover, name, password, nodes = '' } = parts;
  const options = new Options(parts.options);
  const named = nodes.split(',').map(toNode);
  return {
    nodes: named,
    cluster: discover !== undefined || named.length > 1,
    user: name && password ? { name: decoded(name), password: decoded(password) } : undefined,
    tls: options.choice('tls', ['true', 'false'], 'true') === 'true' ? tlsOf(options) : undefined,
    connectionName: options.get('connectionName'),
    nodePreference: options.choice('nodePreference', PREFERENCES, 'leader'),
    // A line that has gone silent is left within ten seconds.
    keepAliveIntervalMs: options.count('keepAliveInterval', 5_000),
    keepAliveTimeoutMs: options.count('keepAliveTimeout', 5_000),
    discoveryIntervalMs: options.count('discoveryInterval', 100),
    gossipTimeoutMs: options.count('gossipTimeout', 3) * 1_000,
    maxDiscoverAttempts: options.count('maxDiscoverAttempts', 10),
  };
}

function toNode(node: string): string {
  const { host, port = '2113' } = NODE.exec(node)?.groups ?? {};
  if (host === undefined || !/^\d{1,5}$/.test(port))
    throw refused(`"${node}" is no host name with a port number`);
  return `${host}:${port}`;
}

/** The options by their names, which are the same in capitals and small letters. */
class Options {
  private readonly values = new Map<string, string>();

  constructor(text: string | undefined) {
    for (const [name, value] of new URLSearchParams(text)) {
      const known = OPTIONS.find((option) => option.toLowerCase() === name.toLowerCase());
      if (!known)
        throw new EventStoreAddressError(
          `The connection string of EventStoreDB has the option "${name}", which this system does not heed; ` +
            `it knows ${OPTIONS.join(', ')}.`,
        );
      this.values.set(known, value);
    }
  }

  get(name: (typeof OPTIONS)[number]): string | undefined {
    return this.values.get(name);
  }

  choice<T extends string>(name: (typeof OPTIONS)[number], allowed: readonly T[], unset: T): T {
    const value = this.get(name)?.toLowerCase();
    if (value === undefined) return unset;
    const chosen = allowed.find((choice) => choice === value);
    if (chosen === undefined) throw refused(`"${name}" must be ${allowed.join(' or ')}`);
    return chosen;
  }

  /** A whole number; -1 stands for no limit. */
  count(name: (typeof OPTIONS)[number], unset: number): number {
    const value = this.get(name) ?? String(unset);
    if (!/^(-1|\d{1,9})$/.test(value)) throw refused(`"${name}" must be a whole number`);
    return value === '-1' ? Infinity : Number(value);
  }

  file(
    name: (typeof OPTIONS)[number],
    isRight: (content: Buffer) => unknown,
    kind: string,
  ): Buffer | undefined {
    const path = this.get(name);
    if (path === undefined) return undefined;
    const content = read(name, path);
    try {
      isRight(content);
      return content;
    } catch {
      throw refused(`the file ${path} of "${name}" holds no ${kind} in PEM form`);
    }
  }
}

function tlsOf(options: Options): NonNullable<ConnectionAddress['tls']> {
  const isCertificate = (content: Buffer) => new X509Certificate(content);
  const authority = options.file('tlsCAFile', isCertificate, 'certificate');
  const certificate = options.file('userCertFile', isCertificate, 'certificate');
  const key = options.file('userKeyFile', createPrivateKey, 'private key');
  if ((certificate === undefined) !== (key === undefined))
    throw refused('"userCertFile" and "userKeyFile" go together');
  if (certificate && key && !new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)))
    throw refused('the key of "userKeyFile" does not belong to the certificate of "userCertFile"');
  return { ...(authority && { authority }), ...(certificate && { certificate }), ...(key && { key }) };
}

function read(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw refused(
      missing ? `File was not found: ${path} of "${name}"` : `the file ${path} of "${name}" cannot be read`,
    );
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused('a % in user or password must begin a code such as %40; write a % itself as %25');
  }
}

const refused = (reason: string): EventStoreAddressError =>
  new EventStoreAddressError(`The connection string of EventStoreDB cannot be used: ${reason}.`);
