import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { create, pay } from '@app/ordering/testing';
import { OrderCommands } from './order-commands.js';
import { traceparentOf } from './order-event.codec.js';
import { OrderLog } from './order-log.js';
import { request } from './testing/requests.js';

describe('how far somebody is behind the log', () => {
  let database: TestDatabase;
  let log: OrderLog;

  beforeEach(async () => {
    database = await testDatabase();
    log = new OrderLog(new PostgresEventStore(database.pool));
  });
  afterEach(async () => {
    await log.store.close();
    await database.drop();
  });

  it('is nothing at its end', async () => {
    expect(await log.lagBehind(undefined)).toEqual({ events: 0, seconds: 0 });
  });

  it('is told in events of orders, and by the age of the oldest', async () => {
    const commands = new OrderCommands(log);
    const orderId = randomUUID();
    await commands.execute(request(orderId, create({ orderId })));
    await commands.execute(request(orderId, pay()));
    await database.pool.query(`update events set created = now() - interval '1 hour' * (3 - position)`);
    const [first, second] = await log.history(orderId);
    await log.store.append('unrelated', 'no-stream', [
      {
        id: randomUUID(),
        type: 'Other',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: Buffer.from(''),
      },
    ]);

    const behindAll = await log.lagBehind(undefined);
    expect(behindAll.events).toBe(2);
    expect(behindAll.seconds).toBeCloseTo(7200, -2);
    const behindOne = await log.lagBehind(first!.position);
    expect(behindOne.events).toBe(1);
    expect(behindOne.seconds).toBeCloseTo(3600, -2);
    expect(await log.lagBehind(second!.position)).toEqual({ events: 0, seconds: 0 });
  });
});

describe('the span of a stored event', () => {
  const of = (metadata: string) => traceparentOf({ metadata: Buffer.from(metadata) });

  it('is known where the request was traced', () => {
    expect(of('{"traceparent":"00-a-b-01"}')).toBe('00-a-b-01');
    expect(of('{}')).toBeUndefined();
  });

  it.each(['', 'null', '{'])('is unknown where the metadata is %j', (metadata) => {
    expect(of(metadata)).toBeUndefined();
  });
});
