import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role } from '@app/ordering';
import { loadSettings, mintToken } from '@app/platform';
import { startOrders } from '../../apps/orders/src/start-orders.js';
import { testDatabase } from '../../libs/database/src/testing/test-database.js';

const secret = 'a secret for tests, long enough to sign with';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The whole system on a database of its own, and a way to call it in any role. */
export async function runningSystem() {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'orders-test-'));
  const settings = loadSettings({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PORT: '0',
    AUTH_SECRET: secret,
    LOG_LEVEL: 'error',
  });
  let running = await startOrders(settings, () => {});

  async function call<Body = Record<string, unknown>>(
    method: 'GET' | 'POST',
    path: string,
    { as = 'service:backend', body, headers = {} }: { as?: string; body?: unknown; headers?: object } = {},
  ): Promise<Answer<Body>> {
    const [role, sub] = as.split(':') as [Role, string];
    const token = await mintToken(secret, { role, sub, ttl: 60 });
    const response = await fetch(running.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  }

  return {
    database,
    call,
    /** Nobody else uses this name, so lists hold only what one test made. */
    name: (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`,
    async restart() {
      await running.close();
      running = await startOrders(settings, () => {});
    },
    async stop() {
      await running.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type RunningSystem = Awaited<ReturnType<typeof runningSystem>>;
