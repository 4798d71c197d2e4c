import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { isBehind, type Position } from '../position.js';
import {
  appendNext,
  collect,
  follow,
  idsOf,
  jsonEvent,
  jsonEvents,
  newPrefix,
  sortedPositions,
} from './events.js';

/** What a subscription of every engine behind the port must do. */
export function describeSubscriptions(name: string, store: () => EventStore): void {
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
      const { events } = await follow(store(), { streamPrefixes: [prefix] }, ({ length }, { caughtUp }) => {
        if (caughtUp) appending ??= append(stream, ...fresh);
        return length === 8;
      });
      await appending;
      expect(idsOf(events)).toEqual(idsOf([...old, ...fresh]));
    });

    it('gives batches of the size that was asked for', async () => {
      await append(stream, ...jsonEvents(25));
      const { batches } = await follow(
        store(),
        { streamPrefixes: [prefix], maxBatch: 10 },
        ({ length }) => length === 25,
      );
      const sizes = batches.map((batch) => batch.events.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    });

    it('says when it has caught up, also with nothing to give', async () => {
      await append(`${newPrefix()}other`, jsonEvent());
      const { events, batches } = await follow(
        store(),
        { streamPrefixes: [prefix] },
        (_, { caughtUp }) => caughtUp,
      );
      expect(events).toEqual([]);
      expect(batches.at(-1)).toMatchObject({ caughtUp: true });
      expect(isBehind(batches.at(-1)!.position!, await store().lastPosition())).toBe(false);
    });

    it('moves its position on past streams of other prefixes', async () => {
      const start = await append(`${newPrefix()}other`, jsonEvent());
      const passed = await append(`${newPrefix()}other`, ...jsonEvents(1_000));
      await append(`${newPrefix()}other`, ...jsonEvents(500));
      const { events } = await follow(
        store(),
        { after: start, streamPrefixes: [prefix] },
        (_, { position }) => position !== undefined && !isBehind(passed, position),
      );
      expect(events).toEqual([]);
    });

    it('begins behind a position', async () => {
      const first = await append(stream, ...jsonEvents(2));
      const events = jsonEvents(3);
      await append(stream, ...events);
      const seen = await follow(
        store(),
        { after: first, streamPrefixes: [prefix] },
        ({ length }) => length === 3,
      );
      expect(idsOf(seen.events)).toEqual(idsOf(events));
    });

    it('skips and repeats nothing when it is taken up again from each of its positions', async () => {
      for (let n = 0; n < 20; n++) {
        await append(`${prefix}${n % 3}`, ...jsonEvents(2));
        await append(`${newPrefix()}other`, ...jsonEvents(40));
      }
      const all = await collect(store().readAll({ streamPrefixes: [prefix] }));
      const seen: RecordedEvent[] = [];
      let after: Position | undefined;
      while (seen.length < all.length) {
        const { batches } = await follow(
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
      const following = follow(
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

    it('gives nothing when it was aborted before', async () => {
      await append(stream, jsonEvent());
      const batches = await collect(
        store().subscribe({ streamPrefixes: [prefix], signal: AbortSignal.abort() }),
      );
      expect(batches).toEqual([]);
    });
  });
}
