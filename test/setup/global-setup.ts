import { createJiti } from 'jiti';
import type * as TestServer from '../../libs/database/src/testing/test-server.js';

/** Starts the one PostgreSQL of the run, unless TEST_DATABASE_URL names another; suites use it through `testDatabase()`. */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL !== undefined) return;
  // Jest loads this file by `require`, which finds no TypeScript behind the imports of a library; jiti does.
  const jiti = createJiti(import.meta.url);
  const { startTestServer } = await jiti.import<typeof TestServer>(
    '../../libs/database/src/testing/test-server.js',
  );
  const server = await startTestServer();
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.stopTestServer = () => server.close();
}
