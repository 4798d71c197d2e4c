import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { collect, follow, idsOf, jsonEvent, jsonEvents, newPrefix } from './events.js';

/** What every engine behind the port must do. `store` is asked for in each test, so it may be made in `beforeAll`. */
export function describeEventStore(name: string, store: () => EventStore): void {
  describe(`${name} as an EventStore`, () => {
    let prefix: string;
    let stream: string;
    beforeEach(() => {
      prefix = newPrefix();
      stream = `${prefix}1`;
    });

    const append = async (to: string, ...events: NewEvent[]): Promise<bigint> => {
      const [last] = await collect(store().readStream(to, { direction: 'backwards', maxCount: 1 }));
      const result = await store().append(to, last?.revision ?? 'no-stream', events);
      if (result.kind === 'conflict') throw new Error(`Unexpected conflict on ${to}`);
      return result.position;
    };

    describe('append', () => {
      it('answers with the revision and the position of the last event', async () => {
        const first = await store().append(stream, 'no-stream', jsonEvents(3));
        const second = await store().append(stream, 2, jsonEvents(1));
        expect([first, second]).toMatchObject([
          { kind: 'appended', revision: 2 },
          { kind: 'appended', revision: 3 },
        ]);
        const read = await collect(store().readStream(stream));
        expect([first, second].map((result) => 'position' in result && result.position)).toEqual([
          read[2]?.position,
          read[3]?.position,
        ]);
      });

      it('refuses no-stream for a stream that exists, and writes nothing', async () => {
        await append(stream, ...jsonEvents(2));
        expect(await store().append(stream, 'no-stream', jsonEvents(1))).toEqual({
          kind: 'conflict',
          actual: 1,
        });
        expect(await collect(store().readStream(stream))).toHaveLength(2);
      });

      it('refuses a revision that the stream has passed, or has not reached', async () => {
        await append(stream, ...jsonEvents(3));
        expect(await store().append(stream, 1, jsonEvents(2))).toEqual({ kind: 'conflict', actual: 2 });
        expect(await store().append(stream, 7, jsonEvents(2))).toEqual({ kind: 'conflict', actual: 2 });
      });

      it('refuses a revision of a stream that does not exist', async () => {
        expect(await store().append(stream, 0, jsonEvents(1))).toEqual({
          kind: 'conflict',
          actual: 'no-stream',
        });
      });

      it('answers a repetition like the first time, and writes nothing', async () => {
        const [opening, later] = [jsonEvents(2), jsonEvents(2)];
        const first = await store().append(stream, 'no-stream', opening);
        const second = await store().append(stream, 1, later);
        await append(stream, jsonEvent());
        expect(await store().append(stream, 'no-stream', opening)).toEqual(first);
        expect(await store().append(stream, 1, later)).toEqual(second);
        expect(await collect(store().readStream(stream))).toHaveLength(5);
      });

      it('takes the same ids with one more event for a conflict', async () => {
        const events = jsonEvents(2);
        await store().append(stream, 'no-stream', events);
        const more = [...events, jsonEvent()];
        expect(await store().append(stream, 'no-stream', more)).toEqual({ kind: 'conflict', actual: 1 });
      });

      it('lets one of many writers at the same revision win, for all events of its append', async () => {
        await append(stream, jsonEvent());
        const tries = Array.from({ length: 20 }, () => jsonEvents(2));
        const results = await Promise.all(tries.map((events) => store().append(stream, 0, events)));
        const winners = tries.filter((_, index) => results[index]?.kind === 'appended');
        expect(winners).toHaveLength(1);
        expect(idsOf(await collect(store().readStream(stream, { from: 1 })))).toEqual(idsOf(winners.flat()));
      });

      it('gives concurrent appends to many streams one order', async () => {
        const streams = Array.from({ length: 50 }, (_, n) => `${prefix}${n}`);
        const events = streams.map(() => jsonEvents(2));
        await Promise.all(streams.map((name, n) => store().append(name, 'no-stream', events[n] ?? [])));
        const log = await collect(store().readAll({ streamPrefix: prefix }));
        expect(idsOf(log).sort()).toEqual(idsOf(events.flat()).sort());
        expect(log.map(({ position }) => position)).toEqual(sorted(log));
      });

      it('refuses an append without events', async () => {
        await expect(store().append(stream, 'no-stream', [])).rejects.toThrow('no events');
      });
    });

    describe('readStream', () => {
      it('gives back what was written', async () => {
        const json = jsonEvent({ greeting: 'Grüße, 世界', amount: 1_999 }, { user: 'ada' });
        const binary: NewEvent = {
          ...jsonEvent(),
          type: 'PictureTaken',
          contentType: 'application/octet-stream',
          data: randomBytes(2_000),
          metadata: Buffer.alloc(0),
        };
        const bare: NewEvent = { ...jsonEvent(), metadata: Buffer.alloc(0) };
        const before = Date.now();
        await append(stream, json, binary, bare);
        const read = await collect(store().readStream(stream));
        expect(read).toMatchObject(
          [json, binary, bare].map((event, revision) => ({ ...event, stream, revision })),
        );
        for (const { created } of read) expect(Math.abs(created.getTime() - before)).toBeLessThan(60_000);
      });

      it('gives nothing for a stream that does not exist', async () => {
        expect(await collect(store().readStream(stream))).toEqual([]);
        expect(await collect(store().readStream(stream, { direction: 'backwards' }))).toEqual([]);
      });

      it('reads forwards and backwards, from a revision, up to a count', async () => {
        await append(stream, ...jsonEvents(10));
        const revisions = async (options: Parameters<EventStore['readStream']>[1]) =>
          (await collect(store().readStream(stream, options))).map(({ revision }) => revision);
        expect(await revisions({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        expect(await revisions({ from: 7 })).toEqual([7, 8, 9]);
        expect(await revisions({ from: 2, maxCount: 3 })).toEqual([2, 3, 4]);
        expect(await revisions({ from: 10 })).toEqual([]);
        expect(await revisions({ direction: 'backwards', maxCount: 2 })).toEqual([9, 8]);
        expect(await revisions({ direction: 'backwards', from: 2 })).toEqual([2, 1, 0]);
        expect(await revisions({ direction: 'backwards', from: 99, maxCount: 1 })).toEqual([9]);
      });

      it('reads streams of many pages, and can be left early', async () => {
        await append(stream, ...jsonEvents(1_001));
        expect(await collect(store().readStream(stream))).toHaveLength(1_001);
        expect(await collect(store().readStream(stream, { direction: 'backwards' }))).toHaveLength(1_001);
        for await (const { revision } of store().readStream(stream)) if (revision === 600) break;
        expect(await collect(store().readStream(stream, { from: 995 }))).toHaveLength(6);
      });
    });

    describe('readAll', () => {
      it('reads the streams of a prefix in commit order, both ways, from a position', async () => {
        const events = jsonEvents(6);
        const positions: bigint[] = [];
        for (const [n, event] of events.entries()) positions.push(await append(`${prefix}${n % 2}`, event));
        await append(`${newPrefix()}other`, jsonEvent());
        const ids = idsOf(events);
        const read = async (options: Parameters<EventStore['readAll']>[0]) =>
          idsOf(await collect(store().readAll({ streamPrefix: prefix, ...options })));
        expect(await read({})).toEqual(ids);
        expect(await read({ after: positions[2] })).toEqual(ids.slice(3));
        expect(await read({ after: positions[0], maxCount: 2 })).toEqual(ids.slice(1, 3));
        expect(await read({ after: positions[5] })).toEqual([]);
        expect(await read({ direction: 'backwards' })).toEqual(ids.toReversed());
        expect(await read({ direction: 'backwards', after: positions[3], maxCount: 2 })).toEqual([
          ids[2],
          ids[1],
        ]);
      });

      it('reads a log of many pages, past streams of other prefixes', async () => {
        await append(stream, ...jsonEvents(700));
        const elsewhere = await append(`${newPrefix()}other`, ...jsonEvents(1_200));
        await append(stream, ...jsonEvents(700));
        expect(await collect(store().readAll({ streamPrefix: prefix }))).toHaveLength(1_400);
        expect(await collect(store().readAll({ streamPrefix: prefix, direction: 'backwards' }))).toHaveLength(
          1_400,
        );
        expect(await collect(store().readAll({ after: elsewhere }))).toHaveLength(700);
      });

      it('ends where the log ended when it began', async () => {
        await append(stream, ...jsonEvents(3));
        const read: RecordedEvent[] = [];
        for await (const event of store().readAll({ streamPrefix: prefix })) {
          read.push(event);
          await append(stream, jsonEvent());
        }
        expect(read).toHaveLength(3);
      });
    });

    it('knows the position of its newest event', async () => {
      const position = await append(stream, ...jsonEvents(2));
      expect(await store().lastPosition()).toBe(position);
    });

    describe('subscribe', () => {
      it('gives what is there, then what comes', async () => {
        const [old, fresh] = [jsonEvents(5), jsonEvents(3)];
        await append(stream, ...old);
        let appending: Promise<bigint> | undefined;
        const { events } = await follow(store(), { streamPrefix: prefix }, ({ length }, { caughtUp }) => {
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
          { streamPrefix: prefix, maxBatch: 10 },
          ({ length }) => length === 25,
        );
        const sizes = batches.map((batch) => batch.events.length);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
      });

      it('says when it has caught up, also with nothing to give', async () => {
        const head = await append(`${newPrefix()}other`, jsonEvent());
        const { events, batches } = await follow(
          store(),
          { streamPrefix: prefix },
          (_, { caughtUp }) => caughtUp,
        );
        expect(events).toEqual([]);
        expect(batches.at(-1)).toMatchObject({ caughtUp: true });
        expect(batches.at(-1)?.position).toBeLessThanOrEqual(head);
      });

      it('moves its position on past streams of other prefixes', async () => {
        const start = await append(`${newPrefix()}other`, jsonEvent());
        await append(`${newPrefix()}other`, ...jsonEvents(1_500));
        const { events } = await follow(
          store(),
          { after: start, streamPrefix: prefix },
          (_, { position }) => position >= start + 1_000n,
        );
        expect(events).toEqual([]);
      });

      it('begins behind a position', async () => {
        const first = await append(stream, ...jsonEvents(2));
        const events = jsonEvents(3);
        await append(stream, ...events);
        const seen = await follow(
          store(),
          { after: first, streamPrefix: prefix },
          ({ length }) => length === 3,
        );
        expect(idsOf(seen.events)).toEqual(idsOf(events));
      });

      it('skips and repeats nothing when it is taken up again from each of its positions', async () => {
        for (let n = 0; n < 20; n++) {
          await append(`${prefix}${n % 3}`, ...jsonEvents(2));
          await append(`${newPrefix()}other`, ...jsonEvents(40));
        }
        const all = await collect(store().readAll({ streamPrefix: prefix }));
        const seen: RecordedEvent[] = [];
        let after: bigint | undefined;
        while (seen.length < all.length) {
          const { batches } = await follow(store(), { after, streamPrefix: prefix, maxBatch: 3 }, () => true);
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
          { streamPrefix: prefix, maxBatch: 7 },
          ({ length }) => length === 12 * 49,
        );
        const written = (await Promise.all(writers)).flat();
        const { events } = await following;
        expect(idsOf(events).sort()).toEqual(idsOf(written).sort());
        expect(events.map(({ position }) => position)).toEqual(sorted(events));
      });

      it('ends at once when it is aborted while it waits', async () => {
        const stop = new AbortController();
        let batches = 0;
        const ended = (async () => {
          for await (const batch of store().subscribe({ streamPrefix: prefix, signal: stop.signal })) {
            batches++;
            if (batch.caughtUp) setImmediate(() => stop.abort());
          }
        })();
        await ended;
        expect(batches).toBeGreaterThan(0);
      });

      it('gives nothing when it was aborted before', async () => {
        await append(stream, jsonEvent());
        const batches = await collect(
          store().subscribe({ streamPrefix: prefix, signal: AbortSignal.abort() }),
        );
        expect(batches).toEqual([]);
      });
    });
  });
}

function sorted(events: readonly RecordedEvent[]): bigint[] {
  return events.map(({ position }) => position).sort((a, b) => (a < b ? -1 : 1));
}
