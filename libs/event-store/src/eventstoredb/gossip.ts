import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type NodePreference } from './address.js';

const { VNodeState } = gossip.MemberInfo;
type State = gossip.MemberInfo.VNodeState;

/** A node as another one sees it. */
export interface Member {
  /** `host:port` that clients reach it at. */
  readonly node: string;
  readonly state: State;
  readonly alive: boolean;
}

const REPLICAS: readonly State[] = [
  VNodeState.READONLYLEADERLESS,
  VNodeState.PREREADONLYREPLICA,
  VNodeState.READONLYREPLICA,
];
const PREFERRED: Readonly<Record<NodePreference, readonly State[]>> = {
  leader: [VNodeState.LEADER],
  follower: [VNodeState.FOLLOWER],
  readonlyreplica: REPLICAS,
  random: [VNodeState.LEADER, VNodeState.FOLLOWER, ...REPLICAS],
};

export const toMembers = (info: gossip.ClusterInfo): Member[] =>
  info.getMembersList().map((member) => ({
    node: `${member.getHttpEndPoint()?.getAddress()}:${member.getHttpEndPoint()?.getPort()}`,
    state: member.getState(),
    alive: member.getIsAlive(),
  }));

/** The node to use; the leader where none is as preferred. */
export function bestOf(members: readonly Member[], preference: NodePreference): string | undefined {
  const living = members.filter(({ alive }) => alive);
  const preferred = living.filter(({ state }) => PREFERRED[preference].includes(state));
  const pick = preferred[Math.floor(Math.random() * preferred.length)];
  return (pick ?? living.find(({ state }) => state === VNodeState.LEADER))?.node;
}

/** Throws why the cluster takes no appends: more than half of its voters have to live, one of them as the leader. */
export function needQuorum(members: readonly Member[]): void {
  const voters = members.filter(({ state }) => !REPLICAS.includes(state) && state !== VNodeState.MANAGER);
  const living = voters.filter(({ alive }) => alive);
  const seen = `${living.length} of the ${voters.length} nodes of EventStoreDB are alive`;
  if (living.length * 2 <= voters.length)
    throw new EventStoreUnavailable(`It takes no appends: ${seen}, which is no majority.`);
  if (!living.some(({ state }) => state === VNodeState.LEADER))
    throw new EventStoreUnavailable(`It takes no appends: ${seen}, and none is the leader.`);
}
