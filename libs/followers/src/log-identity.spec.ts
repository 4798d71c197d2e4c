import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withTransaction } from '@app/database';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { appendNext, collect, jsonEvents } from '@app/event-store/testing';
import { checkpointAfter, setCheckpoint } from './checkpoint.js';
import { LogIdentity } from './log-identity.js';
import { LogMismatch } from './log-mismatch.js';

/** Of a log, and of a database that follows it: apart here, since a log may be followed by another database. */
let opened: TestDatabase[];
let stores: PostgresEventStore[];
beforeEach(() => {
  opened = [];
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  for (const database of opened) await database.drop();
});

async function database(): Promise<TestDatabase> {
  const one = await testDatabase();
  opened.push(one);
  return one;
}

async function newLog(): Promise<PostgresEventStore> {
  const store = new PostgresEventStore((await database()).pool);
  stores.push(store);
  return store;
}

/** Has the database handle what the log holds of one stream, as a follower would. */
async function handle(follower: TestDatabase, log: PostgresEventStore, stream: string): Promise<void> {
  const events = await collect(log.readStream(stream));
  const checkpoint = checkpointAfter({}, { events, position: events.at(-1)!.position });
  await withTransaction(follower.pool, (client) => setCheckpoint(client, 'projector', checkpoint));
}

const refusal = async (asked: Promise<void>): Promise<string> => {
  const error: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(LogMismatch);
  return (error as Error).message;
};

describe('a claimed log in whose claims somebody else has written', () => {
  it('is known by its newest claim, and can be taken over', async () => {
    const [log, follower, other] = [await newLog(), await database(), await database()];
    await new LogIdentity(follower.pool, log).claim();
    await appendNext(log, 'log-identity', [...jsonEvents(2), { ...jsonEvents(1)[0]!, type: 'LogClaimed' }]);
    await new LogIdentity(follower.pool, log).verify();
    await new LogIdentity(other.pool, log).adopt();
    await refusal(new LogIdentity(follower.pool, log).verify());
  });

  it('says what to do where the stream has ended', async () => {
    const [log, follower] = [await newLog(), await database()];
    await new LogIdentity(follower.pool, log).claim();
    await log.tombstoneStream('log-identity', 'any');
    expect(await refusal(new LogIdentity(follower.pool, log).verify())).toContain('log-identity');
  });
});

describe('a log that nobody has claimed', () => {
  it('is verified without a trace, and claimed once', async () => {
    const [log, follower] = [await newLog(), await database()];
    const identity = new LogIdentity(follower.pool, log);
    await identity.verify();
    expect(await log.lastPosition()).toBeUndefined();
    await identity.claim();
    await identity.claim();
    await new LogIdentity(follower.pool, log).verify();
    expect(await collect(log.readStream('log-identity'))).toMatchObject([{ type: 'LogClaimed' }]);
    expect(await identity.ties()).toMatchObject({
      claim: { databaseId: (await identity.ties()).databaseId, logId: (await identity.ties()).followed },
    });
  });

  it('is claimed by one of two databases that begin at the same time', async () => {
    const log = await newLog();
    const both = [await database(), await database()].map(({ pool }) => new LogIdentity(pool, log));
    const outcomes = await Promise.allSettled(both.map((identity) => identity.claim()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await collect(log.readStream('log-identity'))).toHaveLength(1);
  });
});

describe('a log that is not the one that was followed', () => {
  it('belongs to another database', async () => {
    const log = await newLog();
    await new LogIdentity((await database()).pool, log).claim();
    const other = new LogIdentity((await database()).pool, log);
    expect(await refusal(other.claim())).toMatch(
      /^The event log belongs to another database, since .*log adopt$/,
    );
  });

  it.each(['with nothing in it', 'that was followed by another'])('is one %s', async (which) => {
    const follower = await database();
    await new LogIdentity(follower.pool, await newLog()).claim();
    const reset = await newLog();
    if (which !== 'with nothing in it') await new LogIdentity((await database()).pool, reset).claim();
    const identity = new LogIdentity(follower.pool, reset);
    await refusal(identity.verify());
    await refusal(identity.claim());
    expect(await refusal(identity.adopt())).toMatch(
      /^The event log is not the one that this database has followed/,
    );
  });

  it('is an older copy, which does not hold what was handled', async () => {
    const [log, follower] = [await newLog(), await database()];
    const identity = new LogIdentity(follower.pool, log);
    await identity.claim();
    await appendNext(log, 'order-o-1', jsonEvents(2));
    await handle(follower, log, 'order-o-1');
    await identity.verify();
    await opened[0]!.pool.query(`delete from events where stream = 'order-o-1' and revision = 1`);
    const sentence = await refusal(identity.verify());
    expect(sentence).toMatch(
      /^The event log does not hold event 1 of order-o-1, which the follower "projector" of this database has/,
    );
    await appendNext(log, 'order-o-1', jsonEvents(1));
    expect(await refusal(identity.verify())).toBe(sentence);
  });

  it('is none where the event cannot be looked for, since its stream has ended', async () => {
    const [log, follower] = [await newLog(), await database()];
    const identity = new LogIdentity(follower.pool, log);
    await appendNext(log, 'order-o-1', jsonEvents(2));
    await handle(follower, log, 'order-o-1');
    await log.deleteStream('order-o-1', 'any');
    await identity.claim();
    await log.tombstoneStream('order-o-1', 'any');
    await identity.verify();
  });
});

describe('a log that is adopted', () => {
  it('is followed by an empty database from then on, and no more by the one before', async () => {
    const log = await newLog();
    const [before, after] = [await database(), await database()].map(
      ({ pool }) => new LogIdentity(pool, log),
    );
    await before!.claim();
    log.guard(() => after!.verify());
    await after!.adopt();
    await after!.adopt();
    await appendNext(log, 'order-o-1', jsonEvents(1));
    expect(await refusal(before!.verify())).toMatch(/belongs to another database/);
    expect(await collect(log.readStream('log-identity'))).toHaveLength(2);
    const [old, now] = [await before!.ties(), await after!.ties()];
    expect(now).toMatchObject({ followed: old.followed, claim: { databaseId: now.databaseId } });
  });
});
