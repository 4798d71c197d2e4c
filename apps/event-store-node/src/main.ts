import { migrate, openDatabase } from '@app/database';
import { type EventStoreNode, PostgresEventStore, serveEventStore } from '@app/event-store';
import { loadSettings, run, type Settings, StartError, stopInTime } from '@app/platform';

/**
 * An event store that speaks EventStoreDB's protocol, on the PostgreSQL that `DATABASE_URL` or `DATA_DIR` name.
 * It has neither TLS nor a login, hence the loopback address.
 */
await run(async () => {
  const settings = loadSettings(process.env);
  const database = await openDatabase({
    url: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const store = new PostgresEventStore(database.pool);
  const close = async (node?: EventStoreNode) => {
    node?.close();
    await store.close();
    await database.close();
  };
  try {
    await migrate(database.url);
    const node = await serve(store, settings);
    stopInTime((message) => process.stderr.write(`${message}\n`));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close(node));
    process.stdout.write(`The event store is ready: ${node.connectionString}\n`);
  } catch (error) {
    await close();
    throw error;
  }
});

async function serve(
  store: PostgresEventStore,
  { EVENT_STORE_NODE_HOST: host, EVENT_STORE_NODE_PORT: port }: Settings,
): Promise<EventStoreNode> {
  try {
    return await serveEventStore(store, { host, port });
  } catch (error) {
    throw new StartError(
      `The event store cannot listen on ${host}:${port} (${(error as Error).message}). Set EVENT_STORE_NODE_HOST and EVENT_STORE_NODE_PORT to an address of this machine and a free port.`,
    );
  }
}
