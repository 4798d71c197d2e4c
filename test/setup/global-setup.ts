import { createJiti } from 'jiti';
import type * as TestDatabase from '../../libs/database/src/testing/test-database.js';
import type * as TestServer from '../../libs/database/src/testing/test-server.js';

/**
 * Starts the one PostgreSQL of the run, unless TEST_DATABASE_URL names another, and makes there the database whose
 * copies suites get from `testDatabase()`.
 */
export default async function globalSetup(): Promise<void> {
  // Jest loads this file by `require`, which finds no TypeScript behind the imports of a library; jiti does.
  const jiti = createJiti(import.meta.url);
  const testing = '../../libs/database/src/testing';
  const { startTestServer } = await jiti.import<typeof TestServer>(`${testing}/test-server.js`);
  const { testTemplate } = await jiti.import<typeof TestDatabase>(`${testing}/test-database.js`);
  const server = process.env.TEST_DATABASE_URL === undefined ? await startTestServer() : undefined;
  process.env.TEST_DATABASE_URL ??= server!.url;
  const template = await testTemplate(process.env.TEST_DATABASE_URL);
  process.env.TEST_DATABASE_TEMPLATE = template.name;
  globalThis.removeTestDatabases = async () => {
    await template.drop();
    await server?.close();
  };
}
