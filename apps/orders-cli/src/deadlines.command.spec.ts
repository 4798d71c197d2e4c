import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { as, cancel, create, given, pay, time, under } from '@app/ordering/testing';
import { appendTo, project } from '@app/read-models/testing';
import { runCaptured } from './testing/run-captured.js';

/** Years ahead of any day on which this runs. */
const later = { at: '2126-01-07T09:00:00.000Z' };

describe('deadlines', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    const eventStore = new PostgresEventStore(database.pool);
    await appendTo(eventStore, 'o-1', given([create(), { at: time(1) }]).events);
    await appendTo(
      eventStore,
      'o-2',
      given(
        [create({ orderId: 'o-2' }), { ...under({}), ...later }],
        [pay(), later],
        [cancel({ units: [{ lineId: 'mug', quantity: 1 }] }), as('buyer', { commandId: 'ask', ...later })],
      ).events,
    );
    await project(database.pool, eventStore);
    await eventStore.close();
  });
  afterAll(() => database.drop());

  const list = async (...args: string[]): Promise<string[]> => {
    const { exitCode, out } = await runCaptured({ DATABASE_URL: database.url }, 'deadlines', ...args);
    expect(exitCode).toBe(0);
    return out.trimEnd().split('\n');
  };
  const due = `${time(25)}  o-1  unpaid-expiry  due`;
  const request = '2126-01-08T09:00:00.000Z  o-2  answer-cancellation of ask';
  const shipment = '2126-01-10T00:00:00.000Z  o-2  ship-by';

  it('lists what is due', async () => expect(await list()).toEqual([due]));

  it('lists what will be due by some time', async () => {
    expect(await list('--until', '2126-01-09')).toEqual([due, request]);
    expect(await list('--until', '2020-01-01')).toEqual(['Nothing is due.']);
  });

  it('lists all that runs for one order', async () =>
    expect(await list('--order', 'o-2')).toEqual([request, shipment]));

  it('says where there is no such order', async () =>
    expect(await runCaptured({ DATABASE_URL: database.url }, 'deadlines', '--order', 'nope')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('There is no order nope.'),
    }));

  it('lists for programs', async () => {
    const [first, second] = (await list('--order', 'o-2', '--json')).map(
      (line) => JSON.parse(line) as unknown,
    );
    expect(first).toEqual({
      orderId: 'o-2',
      timer: 'answer-cancellation',
      subject: 'ask',
      dueAt: '2126-01-08T09:00:00.000Z',
    });
    expect(second).toEqual({ orderId: 'o-2', timer: 'ship-by', dueAt: '2126-01-10T00:00:00.000Z' });
  });
});
