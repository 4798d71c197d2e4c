import { v5 } from 'uuid';
import { type NewEvent } from '@app/event-store';

const namespace = 'a5f5d0a6-5b0c-4a43-9a53-0f6a1c7ad1f1';

/** The streams that the subscription wants. */
export const followedPrefix = 'followed-';

/** Each has one writer; every third is none of the subscription's. */
export const writtenStreams: readonly string[] = Array.from({ length: 12 }, (_, n) =>
  n % 3 === 2 ? `left-out-${n}` : `${followedPrefix}${n}`,
);

/** The one event that belongs at this place of the stream, with the same id each time. */
export const numberedEvent = (stream: string, revision: number): NewEvent => ({
  id: v5(`${stream}:${revision}`, namespace),
  type: 'Numbered',
  contentType: 'application/json',
  // Some fill the connection's window, so that appends wait for the server to read on.
  data: Buffer.from(JSON.stringify({ text: 'x'.repeat(revision % 10 === 0 ? 30_000 : 500) })),
  metadata: Buffer.alloc(0),
});
