import { randomUUID } from 'node:crypto';
import { type IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { toUuid } from './uuid.js';

/** Answers `esdb+discover://`: a cluster of this one node, at the address that the client itself used. */
export function gossipOfOne(): IGossipServer {
  const instance = randomUUID();
  return {
    read: (call, callback) => {
      const { hostname, port } = new URL(`http://${call.getHost()}`);
      const member = new gossip.MemberInfo()
        .setInstanceId(toUuid(instance, true))
        .setTimeStamp((BigInt(Date.now()) * 10_000n).toString())
        .setState(gossip.MemberInfo.VNodeState.LEADER)
        .setIsAlive(true)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(hostname).setPort(Number(port)));
      callback(null, new gossip.ClusterInfo().setMembersList([member]));
    },
  };
}
