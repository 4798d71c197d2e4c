import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withTransaction } from '@app/database';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { isBehind, PostgresEventStore } from '@app/event-store';
import { appendNext, damages, jsonEvent, jsonEvents, setMetadata } from '@app/event-store/testing';
import { until } from '@app/workers/testing';
import { type Checkpoint, checkpointAfter, moveCheckpoint, readCheckpoint } from './checkpoint.js';
import { followLog } from './follow-log.js';
import { listParkedStreams, ParkedStreams, parkingFor } from './parked-streams.js';
import { askRelease } from './release.js';
import { retryParkedStreams, withReleases } from './with-releases.js';

let database: TestDatabase;
let log: PostgresEventStore;
beforeEach(async () => {
  database = await testDatabase();
  log = new PostgresEventStore(database.pool);
});
afterEach(async () => {
  await log.close();
  await database.drop();
});

/** Follows `a-` until it has caught up; gives what came, and moves its checkpoint in the way of followers. */
async function followed(): Promise<string[]> {
  const followed: string[] = [];
  const end = new AbortController();
  const parked = await ParkedStreams.of(database.pool, 'tester');
  let checkpoint: Checkpoint = await readCheckpoint(database.pool, 'tester');
  const batches = followLog({
    eventStore: log,
    prefixes: ['a-'],
    checkpoint: checkpoint,
    parked,
    verify: async () => {},
    signal: end.signal,
  });
  for await (const batch of batches) {
    const { events, position, damage, mended, caughtUp } = batch;
    followed.push(...events.map(({ stream, revision }) => `${stream}@${revision}`));
    if (mended !== undefined) followed.push(`${mended} mended`);
    const next = checkpointAfter(checkpoint, batch);
    await withTransaction(database.pool, async (client) => {
      if (damage !== undefined && position !== undefined) {
        followed.push(`${damage.stream} ${damage.damage}`);
        await parked.park(client, [parkingFor({ ...damage, position }, damage)]);
      }
      await moveCheckpoint(client, 'tester', checkpoint, next);
    });
    checkpoint = next;
    if (caughtUp) end.abort();
  }
  return followed;
}

describe('who follows the log', () => {
  it('is given the events of its streams alone, and goes on where it stood', async () => {
    await appendNext(log, 'a-1', jsonEvents(2));
    await appendNext(log, 'b-1', jsonEvents(2));
    expect(await followed()).toEqual(['a-1@0', 'a-1@1']);
    await appendNext(log, 'b-1', jsonEvents(1));
    await appendNext(log, 'a-2', jsonEvents(1));
    expect(await followed()).toEqual(['a-2@0']);
    expect(await followed()).toEqual([]);
    expect(await readCheckpoint(database.pool, 'tester')).toMatchObject({
      event: { stream: 'a-2', revision: 0 },
    });
  });

  it('is given no links and nothing else that the server writes', async () => {
    await appendNext(log, 'a-1', jsonEvents(1));
    await appendNext(log, 'a-links', [{ ...jsonEvent('0@a-1'), type: '$>' }]);
    await setMetadata(log, 'a-1', { $cacheControl: 60 });
    expect(await followed()).toEqual(['a-1@0']);
    const { position } = await readCheckpoint(database.pool, 'tester');
    expect(isBehind((await log.lastPosition())!, position)).toBe(false);
  });

  it.each(damages.filter(({ damage }) => damage !== 'unreadable'))(
    'is told that a stream $what, and given no more of it',
    async ({ damage, do: harm }) => {
      await appendNext(log, 'a-1', jsonEvents(2));
      await harm(log, 'a-1');
      await appendNext(log, 'a-2', jsonEvents(1));
      expect(await followed()).toEqual(['a-1@0', 'a-1@1', `a-1 ${damage}`, 'a-2@0']);
      await setMetadata(log, 'a-2');
      expect(await followed()).toEqual([]);
    },
  );

  it.each(damages.filter(({ curable }) => curable))(
    'is told that a stream that $what is mended, once its metadata are',
    async ({ do: harm }) => {
      await appendNext(log, 'a-1', jsonEvents(2));
      await harm(log, 'a-1');
      await followed();
      await setMetadata(log, 'a-1');
      expect(await followed()).toEqual(['a-1 mended']);
    },
  );

  it.each([
    ['with a null character in its name', 'a-1\0'],
    ['with a very long name', `a-${'x'.repeat(2_600)}`],
  ])('sets aside a stream %s', async (_, name) => {
    await log.write(name, 'any', [jsonEvent(), { ...jsonEvent(), type: '$odd' }]);
    await appendNext(log, 'a-2', jsonEvents(1));
    await followed();
    await appendNext(log, name, jsonEvents(1));
    expect(await followed()).toEqual([]);
    const [parked] = await listParkedStreams(database.pool, { follower: 'tester', stream: name });
    expect(parked).toMatchObject({ stream: name, reason: 'unreadable' });
  });

  it('is told of a link in the midst of other events, and that a deleted stream cannot be mended', async () => {
    await appendNext(log, 'a-1', jsonEvents(1));
    await log.write('a-1', 'any', [{ ...jsonEvent('0@b-1'), type: '$>' }]);
    await appendNext(log, 'a-2', jsonEvents(1));
    await log.deleteStream('a-2', 'any');
    expect(await followed()).toEqual(['a-1@0', 'a-1 unreadable', 'a-2@0', 'a-2 truncated']);
    const [, deleted] = await listParkedStreams(database.pool, { follower: 'tester' });
    expect(deleted?.problem).toContain('deleted, which nothing takes back');
  });

  it('cannot move a checkpoint that somebody else has moved', async () => {
    await appendNext(log, 'a-1', jsonEvents(1));
    await followed();
    const stale = withTransaction(database.pool, (client) =>
      moveCheckpoint(client, 'tester', {}, { position: { commit: 9n, prepare: 9n } }),
    );
    await expect(stale).rejects.toThrow('The checkpoint of "tester" was moved by somebody else.');
  });
});

describe('what is parked', () => {
  /** Follows nothing, and notes what is tried again; whatever is not mended stays. */
  function retrying(tried: string[]) {
    const end = new AbortController();
    const done = withReleases({
      pool: database.pool,
      follower: 'tester',
      signal: end.signal,
      follow: (signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
      retry: async (parked) => {
        const streams = await ParkedStreams.of(database.pool, 'tester');
        const { position: upTo } = await readCheckpoint(database.pool, 'tester');
        await retryParkedStreams(parked, {
          eventStore: log,
          upTo,
          release: ({ stream }, events) => {
            tried.push(...events.map(({ revision }) => `${stream}@${revision}`));
            return withTransaction(database.pool, (client) => streams.unpark(client, stream));
          },
          keep: async (stream, damage) => {
            await withTransaction(database.pool, (client) => streams.keep(client, stream, damage));
            tried.push(`${stream} kept`);
          },
        });
      },
    });
    return {
      async stop() {
        end.abort();
        await done;
      },
    };
  }

  it('is tried at the start and when it is asked for, and given what has come since', async () => {
    await appendNext(log, 'a-1', jsonEvents(2));
    await setMetadata(log, 'a-1', { $tb: 1 });
    await followed();
    await appendNext(log, 'a-1', jsonEvents(1));
    await followed();

    const tried: string[] = [];
    const isKept = async () => (await listParkedStreams(database.pool))[0]?.releaseAsked === false;
    const follower = retrying(tried);
    await until('it was tried', () => tried.length === 1);
    await askRelease(database.pool, 'a-1');
    await until('it was tried again', async () => tried.length === 2 && (await isKept()));
    await setMetadata(log, 'a-1');
    await askRelease(database.pool, 'a-1');
    await until('the next one was tried', () => tried.length === 3);
    await follower.stop();
    expect(tried).toEqual(['a-1 kept', 'a-1 kept', 'a-1@2']);
    expect(await listParkedStreams(database.pool)).toEqual([]);
  });
});
