import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { type Position } from '@app/event-store';
import { runForever } from '@app/workers';
import { endHolder, until } from '@app/workers/testing';
import { type StatusEvent } from '../contract/status-event.js';
import { fromRecord } from '../contract/status-record.codec.js';
import { PostgresStatusLog } from '../postgres/postgres-status-log.js';
import { StatusLogUnavailable, type StatusRecord } from '../status-log.port.js';
import { histories, ofOrder } from '../testing/histories.js';
import { OrderHistoryLog } from '../testing/order-history-log.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { publisherWork } from './publisher-work.js';

describe('the publisher', () => {
  let database: TestDatabase;
  let log: OrderHistoryLog;
  let publishers: Publisher[];

  beforeEach(async () => {
    database = await testDatabase();
    log = new OrderHistoryLog(database);
    publishers = [];
  });
  afterEach(async () => {
    await Promise.all(publishers.map((publisher) => publisher.stop()));
    await log.store.close();
    await database.drop();
  });

  class Publisher {
    readonly problems: string[] = [];
    begun = false;
    position: Position | undefined;
    published = 0;
    private readonly end = new AbortController();
    private readonly done: Promise<void>;

    constructor(readonly statusLog = new PostgresStatusLog(database.pool)) {
      const work = publisherWork({
        pool: database.pool,
        orderLog: log.orderLog,
        statusLog,
        onProgress: ({ position, events }) => {
          this.begun = true;
          this.position = position;
          this.published += events;
        },
      });
      this.done = runForever(work, this.end.signal, {
        onFailure: (error) => this.problems.push((error as Error).message),
      });
      publishers.push(this);
    }

    async catchUp(): Promise<void> {
      const last = await log.store.lastPosition();
      await until('the publisher has caught up', () => isDeepStrictEqual(this.position, last));
    }

    async stop(): Promise<void> {
      this.end.abort();
      await this.done;
    }
  }

  const published = async (orderId: string): Promise<StatusEvent[]> => {
    const { rows } = await database.pool.query<StatusRecord>(
      'select key, headers, value from status_records where key = $1 order by partition_nr, record_offset',
      [orderId],
    );
    return rows.map(fromRecord);
  };
  const typesOf = (events: readonly StatusEvent[]) =>
    events.map(({ type, sequence, data }) => ({ type, sequence, data }));

  const first = ofOrder('first', histories.shippedInTwoPackages);
  const second = ofOrder('second', histories.cancellationsAskedFor);

  it('tells of every event once, in the order of each order', async () => {
    await log.append(first, 0, 4);
    const publisher = new Publisher();
    await log.append(second);
    await log.append(first, 4);
    await publisher.catchUp();
    expect(typesOf(await published('first'))).toEqual(typesOf(statusEventsOf(first)));
    expect(typesOf(await published('second'))).toEqual(typesOf(statusEventsOf(second)));
  });

  it('goes on where the topic ends after a restart, in the middle of orders', async () => {
    await log.append(first, 0, 6);
    await log.append(second, 0, 3);
    const before = new Publisher();
    await before.catchUp();
    await before.stop();

    await log.append(second, 3);
    await log.append(first, 6);
    const after = new Publisher();
    await after.catchUp();
    expect(typesOf(await published('first'))).toEqual(typesOf(statusEventsOf(first)));
    expect(typesOf(await published('second'))).toEqual(typesOf(statusEventsOf(second)));
  });

  it('skips and repeats nothing when the topic fails before or after it has written', async () => {
    let call = 0;
    class Flaky extends PostgresStatusLog {
      override async publish(records: readonly StatusRecord[]): Promise<void> {
        call += 1;
        if (call % 2 === 1) throw new StatusLogUnavailable('not now');
        await super.publish(records);
        if (call % 4 === 0) throw new StatusLogUnavailable('who knows whether it was written');
      }
    }
    const others = Array.from({ length: 80 }, (_, nr) =>
      ofOrder(`other-${nr}`, histories.shippedInTwoPackages),
    );
    await Promise.all(others.map((history) => log.append(history)));
    const publisher = new Publisher(new Flaky(database.pool));
    for (let revision = 0; revision < first.length; revision += 4) {
      await log.append(first, revision, revision + 4);
      await publisher.catchUp();
    }
    expect(typesOf(await published('first'))).toEqual(typesOf(statusEventsOf(first)));
    expect(typesOf(await published('other-79'))).toEqual(typesOf(statusEventsOf(others[79]!)));
    expect(await database.pool.query('select from status_records')).toHaveProperty(
      'rowCount',
      81 * first.length,
    );
    expect(publisher.problems).toContain('not now');
  });

  it('works alone: another one takes over when it ends', async () => {
    const working = new Publisher();
    await until('the first one works', () => working.begun);
    const waiting = new Publisher();
    await log.append(first);
    await working.catchUp();
    expect(waiting.begun).toBe(false);

    await working.stop();
    await log.append(second);
    await waiting.catchUp();
    expect(typesOf(await published('first'))).toEqual(typesOf(statusEventsOf(first)));
    expect(typesOf(await published('second'))).toEqual(typesOf(statusEventsOf(second)));
  });

  it('asks for its turn again when the connection with its lock is lost', async () => {
    const publisher = new Publisher();
    await until('it works', () => publisher.begun);
    expect(await endHolder(database.pool, 'publisher')).toBe(true);
    await until('it noticed', () => publisher.problems.length > 0);
    await log.append(first);
    await publisher.catchUp();
    expect(typesOf(await published('first'))).toEqual(typesOf(statusEventsOf(first)));
  });
});
