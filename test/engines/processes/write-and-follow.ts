import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EventStoreUnavailable, isBehind, openEventStoreDb, type Position } from '@app/event-store';
import { followedPrefix, numberedEvent, writtenStreams } from '../numbered-events.js';

/**
 * Writes to all streams and follows some of them, whatever becomes of the server, until SIGTERM; then it finishes both.
 * Fails when an append gets another answer than its own, or the subscription skips, repeats or reorders an event.
 */
export interface LoadReport {
  /** Of each stream, how many events were acknowledged. */
  readonly acknowledged: Readonly<Record<string, number>>;
  /** How many events the subscription gave. */
  readonly followed: number;
  /** How many appends ended in `EventStoreUnavailable`. */
  readonly unavailable: number;
  /** What is in use after a full garbage collection; in the last report, when everything has come to rest. */
  readonly memoryBytes: number;
}

const batchesOfOneSubscription = 25;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const [address] = process.argv.slice(2);
const store = await openEventStoreDb(address!, 1_000);
const acknowledged: Record<string, number> = {};
const next = new Map<string, number>();
let followed = 0;
let unavailable = 0;
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

async function write(stream: string): Promise<void> {
  for (let revision = 0; !stop.signal.aborted; revision++) {
    const event = numberedEvent(stream, revision);
    while (acknowledged[stream] !== revision + 1) {
      try {
        const answer = await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
        if (answer.kind === 'conflict' || answer.revision !== revision)
          throw new Error(`${stream} at ${revision} has one writer and got ${answer.kind}.`);
        acknowledged[stream] = revision + 1;
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable)) throw error;
        unavailable++;
      }
    }
    await delay(10);
  }
}

const ended = new AbortController();

async function follow(): Promise<void> {
  let after: Position | undefined;
  while (!ended.signal.aborted) {
    let batches = 0;
    const subscription = store.subscribe({
      after,
      streamPrefixes: [followedPrefix],
      maxBatch: 20,
      signal: ended.signal,
    });
    for await (const { events, position } of subscription) {
      for (const { stream, revision, position: at } of events) {
        const expected = next.get(stream) ?? 0;
        if (revision !== expected || !isBehind(at, after))
          throw new Error(`Of ${stream} the subscription gave ${revision} where ${expected} was due.`);
        next.set(stream, revision + 1);
        followed++;
      }
      after = position;
      if (++batches === batchesOfOneSubscription) break;
    }
  }
}

function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function report(memoryBytes = memoryInUse()): void {
  process.send!({ acknowledged, followed, unavailable, memoryBytes } satisfies LoadReport);
}

const reporting = setInterval(() => report(), 500);
const following = follow();
await Promise.all(writtenStreams.map(write));
while (writtenStreams.some((s) => s.startsWith(followedPrefix) && next.get(s) !== acknowledged[s]))
  await Promise.race([delay(10), following]);
ended.abort();
await following;
clearInterval(reporting);
await store.close();
// Connections and deadlines of calls that have ended go within seconds; what is held after them is held for good.
const readings: number[] = [];
for (let reading = 0; reading < 6; reading++) {
  await delay(500);
  readings.push(memoryInUse());
}
report(Math.min(...readings));
process.disconnect();
