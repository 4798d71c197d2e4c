import { type ServiceError, status } from '@grpc/grpc-js';
import {
  EventStoreLoginRefused,
  EventStoreRightMissing,
  EventStoreUnavailable,
  mayPass,
  StreamTombstoned,
} from '../event-store.port.js';
import { type ConnectionAddress } from './address.js';
import { connectionTrouble } from './connection-trouble.js';

/** Failures that lie with the server, or the way to it; whether the call was carried out is unknown. */
const PASSING: readonly status[] = [
  status.CANCELLED,
  status.UNKNOWN,
  status.RESOURCE_EXHAUSTED,
  status.ABORTED,
  status.INTERNAL,
  status.UNAVAILABLE,
  status.DATA_LOSS,
];

/** The node does not answer for the cluster; `leader` is `host:port` of the one that does, where it is known. */
export class NotLeader extends EventStoreUnavailable {
  constructor(
    node: string,
    readonly leader: string | undefined,
  ) {
    super(
      `EventStoreDB at ${node} is not the leader of its cluster` +
        (leader === undefined ? ', and knows none.' : `; ${leader} is.`),
    );
  }
}

/** The answer did not come in time. */
export class Late extends EventStoreUnavailable {
  constructor(node: string, ms: number) {
    super(`EventStoreDB at ${node} did not answer within ${ms} ms.`);
  }
}

/** What a call was for: it tells which right is missing when the server refuses it. */
export interface Purpose {
  readonly right: 'read' | 'write';
  readonly stream: string;
  /** Milliseconds that the answer could take. */
  readonly timeoutMs: number;
}

/** What is to be thrown when a call has failed: one of the port's errors, or the error itself, a bug of one side. */
export function toFailure(error: unknown, address: ConnectionAddress, node: string, purpose: Purpose): Error {
  if (mayPass(error)) return error;
  const { code, details = '', metadata, message } = error as ServiceError;
  const trailer = (name: string) => metadata?.get(name)[0]?.toString();
  const exception = trailer('exception');
  if (exception === 'not-leader')
    return new NotLeader(node, `${trailer('leader-endpoint-host')}:${trailer('leader-endpoint-port')}`);
  if (details.startsWith('No leader info')) return new NotLeader(node, undefined);
  if (exception === 'stream-deleted') return new StreamTombstoned(purpose.stream);
  if (code === status.UNAUTHENTICATED) return loginRefused(address, node, error);
  if (code === status.PERMISSION_DENIED) return rightMissing(address, node, purpose, error);
  if (code === status.DEADLINE_EXCEEDED) return new Late(node, purpose.timeoutMs);
  if (PASSING.includes(code))
    return new EventStoreUnavailable(
      `EventStoreDB at ${node} did not answer: ${connectionTrouble(details || message, address)}.`,
      { cause: error },
    );
  return error as Error;
}

const who = ({ user, tls }: ConnectionAddress): string => {
  if (!user) return 'a call without a login';
  return tls
    ? `the user "${user.name}"`
    : `a call without a login (that of "${user.name}" is sent over TLS only)`;
};

function loginRefused(address: ConnectionAddress, node: string, cause: unknown): EventStoreLoginRefused {
  return new EventStoreLoginRefused(
    `EventStoreDB at ${node} refuses ${who(address)}: set EVENT_STORE to a user and password that it knows.`,
    { cause },
  );
}

function rightMissing(
  address: ConnectionAddress,
  node: string,
  { right, stream }: Purpose,
  cause: unknown,
): EventStoreRightMissing {
  const grant =
    stream === '$all'
      ? 'name the user in readRoles of the metadata of $all'
      : `name the user in "${right === 'read' ? '$r' : '$w'}" of $userStreamAcl in the stream $settings`;
  return new EventStoreRightMissing(
    `EventStoreDB at ${node} does not let ${who(address)} ${right} ${stream}: ${grant}; ` +
      'the commands are in docs/eventstoredb.md under "Rights".',
    { cause },
  );
}
