import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { backOff } from '../back-off.js';
import {
  EventStoreUnavailable,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import { furtherOf, isBehind, type Position } from '../position.js';
import { toRecordedEvent } from './event-mapping.js';
import { toFailure } from './transport.js';

/** What comes out of the client's subscription: events, and between them, in their place, these marks. */
type Item = AllStreamResolvedEvent | { readonly checkpoint: Position } | { readonly live: boolean };

/** Of so many events that the filter left out the server reports one position. */
const CHECKPOINT_EVERY = 500;

/** The server's way to say that nothing lies before: -1, as an unsigned number. */
const NOTHING_YET = 2n ** 64n - 1n;

/** Follows the log from a position on; a subscription that ends or fails is taken up again where it was. */
export async function* subscribe(
  client: EventStoreDBClient,
  timeoutMs: number,
  { after, streamPrefixes, maxBatch = 500, beforeConnecting, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionBatch> {
  let position = after;
  for (let failures = 0; !signal.aborted; failures++) {
    const source = open(client, timeoutMs, position, streamPrefixes, maxBatch);
    const stop = () => close(source);
    signal.addEventListener('abort', stop);
    try {
      await beforeConnecting?.();
      let live = false;
      for await (const first of source as AsyncIterable<Item>) {
        failures = 0;
        const events: RecordedEvent[] = [];
        let reached = position;
        for (let item: Item | null = first; item; item = events.length < maxBatch ? source.read() : null) {
          if ('live' in item) ({ live } = item);
          else if ('checkpoint' in item) reached = furtherOf(item.checkpoint, reached);
          else if (item.event) {
            const event = toRecordedEvent(item.event);
            if (!isBehind(event.position, position)) continue;
            events.push(event);
            reached = event.position;
          }
        }
        position = reached;
        yield { events, position, caughtUp: live && source.readableLength === 0 };
      }
    } catch (error) {
      if (signal.aborted) return;
      const failure = toFailure(error);
      if (!(failure instanceof EventStoreUnavailable)) throw failure;
    } finally {
      signal.removeEventListener('abort', stop);
      close(source);
    }
    await backOff(failures, signal);
  }
}

function open(
  client: EventStoreDBClient,
  timeoutMs: number,
  after: Position | undefined,
  prefixes: readonly string[],
  highWaterMark: number,
): AllStreamSubscription {
  const subscription = client.subscribeToAll(
    {
      fromPosition: after ?? START,
      filter: streamNameFilter({
        prefixes: [...prefixes],
        maxSearchWindow: CHECKPOINT_EVERY,
        // The callback runs ahead of events that are still queued: in the queue the checkpoint waits for its turn.
        checkpointReached: (source, checkpoint) => {
          if (checkpoint.commit !== NOTHING_YET) source.push({ checkpoint });
        },
      }),
    },
    { highWaterMark },
  );
  subscription.on('caughtUp', () => subscription.push({ live: true }));
  subscription.on('fellBehind', () => subscription.push({ live: false }));
  // Without a listener of its own an error, even one after the end of interest, ends the process.
  subscription.on('error', () => {});
  const late = new EventStoreUnavailable(
    `EventStoreDB did not confirm the subscription within ${timeoutMs} ms.`,
  );
  const timer = setTimeout(() => subscription.destroy(late), timeoutMs);
  subscription.once('confirmation', () => clearTimeout(timer));
  subscription.once('close', () => clearTimeout(timer));
  return subscription;
}

function close(subscription: AllStreamSubscription): void {
  subscription.unsubscribe().catch(() => {});
  subscription.destroy();
}
