import { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, status } from '@grpc/grpc-js';

/** A user of a fake server, and what it may do there. */
export interface FakeUser {
  password: string;
  /** `read $all`, and of all other streams `read` and `write`. */
  rights: ('read $all' | 'read' | 'write')[];
}

const refusal = (code: status, details: string, exception?: string) => {
  const metadata = new Metadata();
  if (exception) metadata.set('exception', exception);
  return { code, details, metadata };
};
const unauthenticated = refusal(status.UNAUTHENTICATED, 'Unauthenticated');
const denied = refusal(status.PERMISSION_DENIED, 'Access Denied', 'access-denied');

/** The calls for those who have a login and the right, as EventStoreDB looks at both: before anything else of a call. */
export function withAccessControl(
  calls: IStreamsServer,
  users: Readonly<Record<string, FakeUser>>,
): IStreamsServer {
  /** Why the call is refused, if it is. */
  const against = (call: { readonly metadata: Metadata }, right: FakeUser['rights'][number]) => {
    const login = /^Basic (.*)$/.exec(call.metadata.get('authorization')[0]?.toString() ?? '')?.[1] ?? '';
    const [, name = '', password] = /^([^:]*):(.*)$/.exec(Buffer.from(login, 'base64').toString()) ?? [];
    const user = users[name];
    if (user?.password !== password || !user) return unauthenticated;
    return user.rights.includes(right) ? undefined : denied;
  };
  return {
    ...calls,
    read: (call) => {
      const ofAll = (call.request as streams.ReadReq).getOptions()?.hasAll();
      const refused = against(call, ofAll ? 'read $all' : 'read');
      if (refused) call.emit('error', refused);
      else calls.read(call);
    },
    append: (call, callback) => {
      const refused = against(call, 'write');
      if (refused) callback(refused);
      else calls.append(call, callback);
    },
  };
}
