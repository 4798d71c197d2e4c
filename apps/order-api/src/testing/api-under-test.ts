import { randomUUID } from 'node:crypto';
import { testDatabase } from '@app/database/testing';
import { type Engines, EnginesModule, openEngines } from '@app/engines';
import { noticesConsumer } from '@app/notices';
import { loadSettings, mintToken } from '@app/platform';
import { projectorWork } from '@app/read-models';
import { reservationWork } from '@app/reservations';
import { consumerWorks, publisherWork } from '@app/status-events';
import { trackingConsumer } from '@app/tracking';
import { runForever } from '@app/workers';
import { createApi } from '../create-api.js';
import { OrderApiModule } from '../order-api.module.js';

const AUTH_SECRET = 'a secret for tests, long enough to sign with';

/** The secret of the payment provider `acme` and of the carrier `jne`. */
export const webhookSecret = 'a-webhook-secret-of-32-characters';

export interface Sent {
  /** `<role>:<id>`; nobody where it is null. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string;
}

/** The API on a database of its own, with the workers behind it unless they are to be away, and a way to call it in any role. */
export async function apiUnderTest({ workersRun = true, env = {} as NodeJS.ProcessEnv } = {}) {
  const database = await testDatabase();
  const api = await apiOn({ DATABASE_URL: database.url, ...env }, workersRun);
  return {
    ...api,
    /** Another process on the same data, which has seen none of it; its workers are those of the first. */
    another: () => apiOn({ DATABASE_URL: database.url, ...env }, false),
    async stop() {
      await api.stop();
      await database.drop();
    },
  };
}

async function apiOn(env: NodeJS.ProcessEnv, workersRun: boolean) {
  const settings = loadSettings({
    ...env,
    AUTH_SECRET,
    PAYMENT_WEBHOOK_SECRETS: `acme:${webhookSecret},other:${webhookSecret}`,
    CARRIER_WEBHOOK_SECRETS: `jne:${webhookSecret}`,
    LOG_LEVEL: 'silent',
  });
  const engines = await openEngines(settings);
  const app = await createApi({ module: OrderApiModule, imports: [EnginesModule.with(engines)] }, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const stopping = new AbortController();
  const workers = workersRun ? runWorkers(engines, stopping.signal) : undefined;

  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    { as, headers = {}, body }: Sent = {},
  ) {
    const answer = await app.inject({
      method,
      url,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${await tokenOf(as ?? 'service:shop')}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      payload: body,
    });
    const json = answer.headers['content-type']?.toString().includes('json') ?? false;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: (json ? answer.json() : {}) as Record<string, unknown>,
    };
  }

  return {
    engines,
    get: (url: string, sent?: Omit<Sent, 'body'>) => send('GET', url, sent),
    post: (url: string, body?: Sent['body'], sent?: Omit<Sent, 'body'>) =>
      send('POST', url, { ...sent, body }),
    put: (url: string, body: object, sent?: Omit<Sent, 'body'>) => send('PUT', url, { ...sent, body }),
    delete: (url: string, sent?: Omit<Sent, 'body'>) => send('DELETE', url, sent),
    async stop() {
      stopping.abort();
      await workers;
      await app.close();
    },
  };
}

async function runWorkers(
  { database: { pool }, eventStore, orderLog, resources, statusLog }: Engines,
  signal: AbortSignal,
): Promise<void> {
  const log = (): void => {};
  const works = [
    projectorWork({ pool, eventStore }),
    publisherWork({ pool, orderLog, statusLog }),
    ...consumerWorks({ pool, statusLog, consumer: noticesConsumer, log }),
    ...consumerWorks({ pool, statusLog, consumer: trackingConsumer, log }),
    reservationWork({ pool, eventStore, orderLog, resources, onUnsettled: log }),
  ];
  await Promise.all(works.map((work) => runForever(work, signal)));
}

async function tokenOf(actor: string): Promise<string> {
  const [role, sub] = actor.split(':') as [string, string];
  return mintToken(AUTH_SECRET, { role, sub, ttl: '5m' });
}

/** A name that no other test uses. */
export const unique = (prefix: string): string => `${prefix}-${randomUUID()}`;
