import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { openEventStoreDb } from '@app/event-store';
import { collect } from '@app/event-store/testing';
import { projectFolder } from '../../infra/local/project-folder.js';
import { type TestedEventStore, testedEventStore } from './tested-event-store.js';

let server: TestedEventStore;
let database: TestDatabase;
beforeAll(async () => {
  server = await testedEventStore();
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
  await server.remove();
});

const demo = (env: NodeJS.ProcessEnv) =>
  promisify(execFile)(process.execPath, [join(projectFolder(), 'dist/apps/orders/src/demo.js')], {
    env: { PATH: process.env.PATH, ...env },
    timeout: 90_000,
  });

describe('the demo', () => {
  it('runs on the engines that the environment names, in a place of its own', async () => {
    const { stdout } = await demo({
      DATABASE_URL: database.url,
      EVENT_STORE: server.address,
      EVENT_STORE_PREFIX: process.env.EVENT_STORE_PREFIX,
      KAFKA_BROKERS: 'kafka.example:9092',
    });
    expect(stdout).toContain('That was an order from creation to delivery.');
    expect(stdout).toContain('and not on KAFKA_BROKERS');
    const [, schema] = /in the schema (demo_\w+), which is dropped/.exec(stdout)!;
    const { rows } = await database.pool.query('select to_regnamespace($1) as schema', [schema]);
    expect(rows).toEqual([{ schema: null }]);

    const [, prefix] = /in streams that begin with (\S+) and stay there/.exec(stdout)!;
    const store = await openEventStoreDb(server.address);
    const events = await collect(store.readAll({ streamPrefixes: [`${prefix}order-`] }));
    await store.close();
    expect(events).toHaveLength(7);
  });

  it('runs on an embedded database where the environment names nothing', async () => {
    const { stdout } = await demo({});
    expect(stdout).toContain('an embedded one in a temporary folder, which is removed at the end');
    expect(stdout).toContain('That was an order from creation to delivery.');
  });

  it('says in a sentence why it cannot run', async () => {
    const failure: unknown = await demo({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^[^\n]*127\.0\.0\.1:1[^\n]*\n$/),
    });
  });
});
