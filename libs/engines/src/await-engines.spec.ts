import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { EventStoreLoginRefused, PostgresEventStore } from '@app/event-store';
import { fakeServerOf, withAccessControl } from '@app/event-store/testing';
import { loadSettings } from '@app/platform';
import { until } from '@app/workers/testing';
import { awaitEngines } from './await-engines.js';

const listening = async (server: Server, port = 0): Promise<number> => {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
};
const closed = async (server: Server): Promise<void> => void (await once(server.close(), 'close'));

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await closed(server);
  return port;
}

describe('an app whose database is away', () => {
  let database: TestDatabase;
  let databasePort: number;
  let port: number;
  const lines: string[] = [];

  beforeEach(async () => {
    database = await testDatabase();
    [databasePort, port] = [await freePort(), await freePort()];
    lines.length = 0;
  });
  afterEach(() => database.drop());

  const settings = (changes: NodeJS.ProcessEnv = {}) => {
    const url = new URL(database.url);
    url.port = String(databasePort);
    return loadSettings({ DATABASE_URL: url.href, PORT: String(port), ...changes });
  };
  const open = (changes?: NodeJS.ProcessEnv) => awaitEngines(settings(changes), (line) => lines.push(line));
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

  it('waits for it, tells so, answers the probes, and then leaves the address to the app', async () => {
    const opening = open();
    await until('the wait is told', () => lines.length > 0);
    await until('the probes are answered', () =>
      ask('/healthz').then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const ready = await ask('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: 'not-ready', instance: '/readyz' });
    expect((await ask('/orders')).status).toBe(503);

    const real = Number(new URL(database.url).port);
    const wayBack = createServer((client) => {
      const server = connect(real, '127.0.0.1').on('error', () => client.destroy());
      client.on('error', () => server.destroy());
      client.pipe(server).pipe(client);
    });
    await listening(wayBack, databasePort);
    const engines = await opening;
    await expect(engines.logIdentity.verify()).resolves.toBeUndefined();
    await expect(ask('/healthz')).rejects.toThrow();
    expect(lines[0]).toMatch(/^Attempt 1 to start: PostgreSQL at 127.0.0.1:\d+, .* It is tried again\.$/);
    await engines.close();
    await closed(wayBack);
  });

  it('does not wait for what an operator has to mend', async () => {
    const url = new URL(database.url);
    url.pathname = 'nowhere';
    await expect(open({ DATABASE_URL: url.href })).rejects.toThrow(/the database does not exist/);
    expect(lines).toEqual([]);
  });

  it('does not wait either for an event log that refuses the login, or a right', async () => {
    const nobody = (calls: IStreamsServer) => withAccessControl(calls, {});
    const server = await fakeServerOf(new PostgresEventStore(database.pool), nobody);
    const log = `esdb://127.0.0.1:${server.port}?tls=false`;
    await expect(open({ DATABASE_URL: database.url, EVENT_STORE: log })).rejects.toBeInstanceOf(
      EventStoreLoginRefused,
    );
    server.close();
    const engines = await open({ DATABASE_URL: database.url, EVENT_STORE: log });
    expect(lines).toEqual([expect.stringMatching(/nobody listens there .* This process waits for it\.$/)]);
    await engines.close();
  });

  it('says so when the address that it is to answer at is taken', async () => {
    const other = createServer();
    await listening(other, port);
    await expect(open()).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
    await closed(other);
  });
});
