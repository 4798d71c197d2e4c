import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ExpectedRevision, type NewEvent } from '../event-store.port.js';
import { type Position } from '../position.js';
import { toPosition } from './event-mapping.js';
import { type Link } from './link.js';
import { appendMessages } from './requests.js';

/** What the server says of an append. */
export type ServerAppendAnswer =
  /** Without a position it has recognised a repetition, and knows no more of it. */
  | { readonly kind: 'appended'; readonly revision: number; readonly position: Position | undefined }
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision };

/**
 * The call for one append. The other one (BatchAppend) has no deadline but a time of day, which a server whose clock is
 * ahead takes for past.
 */
export async function append(
  link: Link,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  timeoutMs: number,
): Promise<ServerAppendAnswer> {
  const response = await new Promise<streams.AppendResp>((resolve, reject) => {
    const options = { deadline: Date.now() + timeoutMs };
    const call = link.streams.append(link.metadata(true), options, (error, answer) => {
      if (error) reject(error);
      else resolve(answer);
    });
    call.on('error', () => {});
    for (const message of appendMessages(stream, expected, events)) call.write(message);
    call.end();
  });
  link.leads = true;
  const conflict = response.getWrongExpectedVersion();
  if (conflict)
    return {
      kind: 'conflict',
      actual: conflict.hasCurrentRevision() ? Number(conflict.getCurrentRevision()) : 'no-stream',
    };
  const success = response.getSuccess();
  const position = success?.getPosition();
  return {
    kind: 'appended',
    revision: Number(success?.getCurrentRevision()),
    position: position && toPosition(position.getCommitPosition(), position.getPreparePosition()),
  };
}
