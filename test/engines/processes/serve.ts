import { openDatabase } from '@app/database';
import { PostgresEventStore, serveEventStore } from '@app/event-store';

/** Serves the event store of a database until it is killed; tells its parent the port. */
const [url, port] = process.argv.slice(2);
const { pool } = await openDatabase({ url, dataDir: '' });
const node = await serveEventStore(new PostgresEventStore(pool), { host: '127.0.0.1', port: Number(port) });
process.send!({ port: node.port });
// Ends with the suite, however that ends.
process.once('disconnect', () => process.exit());
