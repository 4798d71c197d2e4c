export {
  type Checkpoint,
  checkpointAfter,
  type EventMark,
  moveCheckpoint,
  readCheckpoint,
  readCheckpoints,
  setCheckpoint,
} from './checkpoint.js';
export { dropStream } from './drop.js';
export { type FollowLogBatch, followLog } from './follow-log.js';
export { DelayedSave } from './delayed-save.js';
export { LogIdentity, refuseUnknown } from './log-identity.js';
export { LogMismatch } from './log-mismatch.js';
export {
  listParkedStreams,
  type ParkedStream,
  ParkedStreams,
  type Parking,
  parkingFor,
  type ParkReason,
} from './parked-streams.js';
export { hasMore, type FollowerStatus, followerStatus } from './follower-status.js';
export { askRelease } from './release.js';
export { replaceFollower } from './replace-follower.js';
export { retryParkedStreams, withReleases } from './with-releases.js';
