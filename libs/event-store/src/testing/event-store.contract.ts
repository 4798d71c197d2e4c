import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { isBehind, type Position } from '../position.js';
import { appendNext, collect, idsOf, jsonEvent, jsonEvents, newPrefix, sortedPositions } from './events.js';
import { type StreamOperator } from './stream-operator.js';

/**
 * What every engine behind the port must do. `store` is asked for in each test, so it may be made in `beforeAll`.
 * The log may hold other streams, and others may write to it meanwhile; a long log is read slowly from its start.
 */
export function describeEventStore(
  name: string,
  store: () => EventStore,
  operator: () => StreamOperator,
): void {
  describe(`${name} as an EventStore`, () => {
    let prefix: string;
    let stream: string;
    beforeEach(() => {
      prefix = newPrefix();
      stream = `${prefix}1`;
    });

    const append = (to: string, ...events: NewEvent[]) => appendNext(store(), to, events);

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
        const log = await collect(store().readAll({ streamPrefixes: [prefix] }));
        expect(idsOf(log).sort()).toEqual(idsOf(events.flat()).sort());
        expect(log.map(({ position }) => position)).toEqual(sortedPositions(log));
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

    describe('what an operator has done to a stream', () => {
      it('shows the events that were not truncated, in every direction', async () => {
        await append(stream, ...jsonEvents(4));
        await operator().truncate(stream, 2);
        const revisions = async (options: Parameters<EventStore['readStream']>[1]) =>
          (await collect(store().readStream(stream, options))).map(({ revision }) => revision);
        expect(await revisions({})).toEqual([2, 3]);
        expect(await revisions({ from: 1 })).toEqual([2, 3]);
        expect(await revisions({ direction: 'backwards' })).toEqual([3, 2]);
        expect(await store().append(stream, 3, [jsonEvent()])).toMatchObject({
          kind: 'appended',
          revision: 4,
        });
      });

      it('begins a stream that was deleted again, behind its old revisions', async () => {
        await append(stream, ...jsonEvents(2));
        await operator().delete(stream);
        expect(await collect(store().readStream(stream))).toEqual([]);
        expect(await collect(store().readStream(stream, { direction: 'backwards' }))).toEqual([]);
        expect(await store().append(stream, 'no-stream', [jsonEvent()])).toMatchObject({ revision: 2 });
        expect(await collect(store().readStream(stream))).toMatchObject([{ revision: 2 }]);
      });

      it('says that a stream was ended for good, and keeps that in the log', async () => {
        const start = await append(stream, ...jsonEvents(2));
        await operator().tombstone(stream);
        const ended = { name: 'StreamTombstoned', stream: expect.stringContaining(stream) };
        const reading = [
          {},
          { from: 1 },
          { direction: 'backwards' },
          { direction: 'backwards', from: 1 },
        ] as const;
        for (const options of reading)
          await expect(collect(store().readStream(stream, options))).rejects.toMatchObject(ended);
        for (const expected of ['no-stream', 1] as const)
          await expect(store().append(stream, expected, [jsonEvent()])).rejects.toMatchObject(ended);
        const log = await collect(store().readAll({ after: start, streamPrefixes: [prefix] }));
        expect(log).toMatchObject([{ stream, type: '$streamDeleted' }]);
      });
    });

    describe('readAll', () => {
      it('reads the streams of a prefix in commit order, both ways, from a position', async () => {
        const events = jsonEvents(6);
        const positions: Position[] = [];
        for (const [n, event] of events.entries()) positions.push(await append(`${prefix}${n % 2}`, event));
        await append(`${newPrefix()}other`, jsonEvent());
        const ids = idsOf(events);
        const read = async (options: Parameters<EventStore['readAll']>[0]) =>
          idsOf(await collect(store().readAll({ streamPrefixes: [prefix], ...options })));
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

      it('reads the streams of several prefixes in one order, both ways', async () => {
        const other = newPrefix();
        const events = jsonEvents(5);
        for (const [n, event] of events.entries()) await append(`${[prefix, other][n % 2]}1`, event);
        await append(`${newPrefix()}else`, jsonEvent());
        const read = async (options: Parameters<EventStore['readAll']>[0]) =>
          idsOf(await collect(store().readAll({ streamPrefixes: [other, prefix], ...options })));
        expect(await read({})).toEqual(idsOf(events));
        expect(await read({ direction: 'backwards', maxCount: 3 })).toEqual(
          idsOf(events).toReversed().slice(0, 3),
        );
      });

      it('reads a log of many pages, past streams of other prefixes', async () => {
        await append(stream, ...jsonEvents(700));
        const elsewhere = await append(`${newPrefix()}other`, ...jsonEvents(1_200));
        await append(stream, ...jsonEvents(700));
        expect(await collect(store().readAll({ streamPrefixes: [prefix] }))).toHaveLength(1_400);
        expect(
          await collect(store().readAll({ streamPrefixes: [prefix], direction: 'backwards' })),
        ).toHaveLength(1_400);
        const behind = await collect(store().readAll({ after: elsewhere }));
        expect(behind.filter((event) => event.stream === stream)).toHaveLength(700);
      });

      it('ends where the log ended when it began', async () => {
        await append(stream, ...jsonEvents(3));
        const read: RecordedEvent[] = [];
        for await (const event of store().readAll({ streamPrefixes: [prefix] })) {
          read.push(event);
          await append(stream, jsonEvent());
        }
        expect(read).toHaveLength(3);
      });
    });

    it('can take appends, and may do all that is needed, without writing', async () => {
      await store().check();
      await store().tryRights(`${prefix}probe`);
      expect(await collect(store().readStream(`${prefix}probe`))).toEqual([]);
      expect(store().status).toMatchObject({ node: expect.stringMatching(/:\d+$/), leader: true });
    });

    it('knows the position of its newest event', async () => {
      const position = await append(stream, ...jsonEvents(2));
      const last = await store().lastPosition();
      expect(isBehind(position, last)).toBe(false);
      expect(isBehind(await append(stream, jsonEvent()), last)).toBe(true);
    });
  });
}
