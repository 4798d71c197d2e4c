import { metadataStream } from '@app/event-store';
import { type Engines } from './engines.js';

/**
 * Forgets what this process remembers of a stream when the stream's metadata change: it may have been deleted or
 * truncated, and no append would say so. Follows the log from its present end until the signal aborts. Throws where it
 * cannot go on; then nothing that is remembered can be relied on.
 */
export async function forgetChanged({ eventStore, streams }: Engines, signal: AbortSignal): Promise<void> {
  const after = await eventStore.lastPosition();
  for (const kind of streams) kind.forgetAll();
  const streamPrefixes = streams.map(({ prefix }) => metadataStream(prefix));
  for await (const { events } of eventStore.subscribe({ after, streamPrefixes, signal }))
    for (const event of events) {
      const stream = event.stream.slice(metadataStream('').length);
      for (const kind of streams)
        if (stream.startsWith(kind.prefix)) kind.forget(stream.slice(kind.prefix.length));
    }
}
