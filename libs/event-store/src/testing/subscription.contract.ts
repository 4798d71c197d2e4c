import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { isBehind, type Position, positionAt } from '../position.js';
import {
  appendNext,
  collect,
  collectFollowed,
  idsOf,
  jsonEvent,
  jsonEvents,
  newPrefix,
  sortedPositions,
} from './events.js';
import { type StreamOperator } from './stream-operator.js';

/** So many events of other streams at most are looked at again by who goes on from a position. */
const FEW = 400;

/** What a subscription of every engine behind the port must do. The log may hold other streams, and be written to. */
export function describeSubscriptions(
  name: string,
  store: () => EventStore,
  operator: () => StreamOperator,
): void {
  describe(`${name} as a source of subscriptions`, () => {
    let prefix: string;
    let stream: string;
    beforeEach(() => {
      prefix = newPrefix();
      stream = `${prefix}1`;
    });

    const append = (to: string, ...events: NewEvent[]) => appendNext(store(), to, events);

    it('gives what is there, then what comes', async () => {
      const [old, fresh] = [jsonEvents(5), jsonEvents(3)];
      await append(stream, ...old);
      let appending: Promise<Position> | undefined;
      const { events } = await collectFollowed(
        store(),
        { streamPrefixes: [prefix] },
        ({ length }, { caughtUp }) => {
          if (caughtUp) appending ??= append(stream, ...fresh);
          return length === 8;
        },
      );
      await appending;
      expect(idsOf(events)).toEqual(idsOf([...old, ...fresh]));
    });

    it('gives batches of the size that was asked for', async () => {
      await append(stream, ...jsonEvents(25));
      const { batches } = await collectFollowed(
        store(),
        { streamPrefixes: [prefix], maxBatch: 10 },
        ({ length }) => length === 25,
      );
      const sizes = batches.map((batch) => batch.events.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    });

    it('says when it has caught up, also with nothing to give', async () => {
      await append(`${newPrefix()}other`, jsonEvent());
      const { events, batches } = await collectFollowed(
        store(),
        { streamPrefixes: [prefix] },
        (_, { caughtUp }) => caughtUp,
      );
      expect(events).toEqual([]);
      expect(batches.at(-1)).toMatchObject({ caughtUp: true });
    });

    it('moves its position on past streams of other prefixes, so that few of their events are read again', async () => {
      const start = await append(`${newPrefix()}other`, jsonEvent());
      await append(`${newPrefix()}other`, ...jsonEvents(1_500));
      const { events, batches } = await collectFollowed(
        store(),
        { after: start, streamPrefixes: [prefix] },
        (_, { caughtUp }) => caughtUp,
      );
      expect(events).toEqual([]);
      const { position } = batches.at(-1)!;
      expect(await collect(store().readAll({ after: position, maxCount: FEW + 1 }))).not.toHaveLength(
        FEW + 1,
      );
    });

    it('moves its position on when nothing else comes than events of other prefixes', async () => {
      const other = `${newPrefix()}other`;
      const start = await append(other, jsonEvent());
      let passed: Position | undefined;
      let appending: Promise<unknown> | undefined;
      const write = async () => {
        passed = await append(other, jsonEvent());
        for (let n = 0; n < 5; n++) await append(other, ...jsonEvents(FEW / 4));
      };
      const { events } = await collectFollowed(
        store(),
        { after: start, streamPrefixes: [prefix] },
        (_, { position, caughtUp }) => {
          if (caughtUp) appending ??= write();
          return passed !== undefined && position !== undefined && !isBehind(passed, position);
        },
      );
      await appending;
      expect(events).toEqual([]);
    });

    it('gives the streams of several prefixes in one order, those with settings of streams as well', async () => {
      const other = newPrefix();
      const events = jsonEvents(4);
      const start = await append(`${newPrefix()}else`, jsonEvent());
      for (const [n, event] of events.entries()) await append(`${[prefix, other][n % 2]}1`, event);
      await operator().truncate(stream, 1);
      const { events: seen } = await collectFollowed(
        store(),
        { after: start, streamPrefixes: [other, prefix, `$$${prefix}`] },
        ({ length }) => length === 5,
      );
      expect(idsOf(seen.slice(0, 4))).toEqual(idsOf(events));
      expect(seen[4]).toMatchObject({ stream: `$$${stream}`, type: '$metadata', revision: 0 });
    });

    it('gives the end of a stream for good in its place', async () => {
      const start = await append(stream, ...jsonEvents(2));
      await operator().tombstone(stream);
      await append(`${prefix}2`, jsonEvent());
      const { events } = await collectFollowed(
        store(),
        { after: start, streamPrefixes: [prefix] },
        ({ length }) => length === 2,
      );
      expect(events).toMatchObject([
        { stream, type: '$streamDeleted' },
        { stream: `${prefix}2`, revision: 0 },
      ]);
    });

    it('begins behind a position', async () => {
      const first = await append(stream, ...jsonEvents(2));
      const events = jsonEvents(3);
      await append(stream, ...events);
      const seen = await collectFollowed(
        store(),
        { after: first, streamPrefixes: [prefix] },
        ({ length }) => length === 3,
      );
      expect(idsOf(seen.events)).toEqual(idsOf(events));
    });

    it('takes a position behind the end for the end', async () => {
      const { commit } = await append(stream, jsonEvent());
      const events = jsonEvents(2);
      let caughtUp = 0;
      const following = collectFollowed(
        store(),
        { after: positionAt(commit + 1_000_000_000n), streamPrefixes: [prefix] },
        ({ length }) => {
          caughtUp += 1;
          if (caughtUp === 1) void append(stream, ...events);
          return length === 2;
        },
      );
      expect(idsOf((await following).events)).toEqual(idsOf(events));
    });

    it('skips and repeats nothing when it is taken up again from each of its positions', async () => {
      const start = await append(`${newPrefix()}other`, jsonEvent());
      for (let n = 0; n < 20; n++) {
        await append(`${prefix}${n % 3}`, ...jsonEvents(2));
        await append(`${newPrefix()}other`, ...jsonEvents(40));
      }
      const all = await collect(store().readAll({ after: start, streamPrefixes: [prefix] }));
      const seen: RecordedEvent[] = [];
      let after: Position | undefined = start;
      // Each time it gives an event at least, or moves on behind some others.
      for (let times = 0; seen.length < all.length && times < 100; times++) {
        const { batches } = await collectFollowed(
          store(),
          { after, streamPrefixes: [prefix], maxBatch: 3 },
          () => true,
        );
        for (const batch of batches) seen.push(...batch.events);
        after = batches.at(-1)?.position;
      }
      expect(idsOf(seen)).toEqual(idsOf(all));
    });

    it('gives every event of concurrent writers once and in order', async () => {
      const writers = Array.from({ length: 12 }, async (_, writer) => {
        const written: NewEvent[] = [];
        for (let n = 0; n < 25; n++) {
          const events = jsonEvents(1 + (n % 3));
          await store().append(
            `${prefix}${writer}`,
            written.length - 1 < 0 ? 'no-stream' : written.length - 1,
            events,
          );
          written.push(...events);
        }
        return written;
      });
      const following = collectFollowed(
        store(),
        { streamPrefixes: [prefix], maxBatch: 7 },
        ({ length }) => length === 12 * 49,
      );
      const written = (await Promise.all(writers)).flat();
      const { events } = await following;
      expect(idsOf(events).sort()).toEqual(idsOf(written).sort());
      expect(events.map(({ position }) => position)).toEqual(sortedPositions(events));
    });

    it('ends at once when it is aborted while it waits', async () => {
      const stop = new AbortController();
      let aborted = Infinity;
      for await (const { caughtUp } of store().subscribe({ streamPrefixes: [prefix], signal: stop.signal })) {
        if (caughtUp && aborted === Infinity) {
          setTimeout(() => {
            aborted = performance.now();
            stop.abort();
          }, 20);
        }
      }
      expect(performance.now() - aborted).toBeLessThan(500);
    });

    it('ends at once when it is aborted while it begins', async () => {
      const after = await append(stream, jsonEvent());
      const ended = Array.from({ length: 40 }, async (_, ms) => {
        const stop = new AbortController();
        setTimeout(() => stop.abort(), ms);
        await collect(store().subscribe({ after, streamPrefixes: [prefix], signal: stop.signal }));
        return 'ended';
      });
      const late = delay(5_000, 'late', { ref: false });
      for (const end of ended) expect(await Promise.race([end, late])).toBe('ended');
    });

    it('gives nothing when it was aborted before', async () => {
      await append(stream, jsonEvent());
      const batches = await collect(
        store().subscribe({ streamPrefixes: [prefix], signal: AbortSignal.abort() }),
      );
      expect(batches).toEqual([]);
    });
  });
}
