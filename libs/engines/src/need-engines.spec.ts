import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { loadSettings, Readiness } from '@app/platform';
import { type Engines, openEngines } from './engines.js';
import { needEngines } from './need-engines.js';

let database: TestDatabase;
let engines: Engines;
beforeAll(async () => {
  database = await testDatabase();
  engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
});
afterAll(() => database.drop());

it('makes a process ready while what it needs answers, and names what does not', async () => {
  const [worker, idle] = [new Readiness(), new Readiness()];
  needEngines(worker, engines, 'database', 'event log', 'status log');
  expect(await worker.failing()).toEqual([]);
  await engines.close();
  expect(await worker.failing()).toEqual(['database', 'event log', 'status log']);
  needEngines(idle, engines);
  expect(await idle.failing()).toEqual([]);
});
