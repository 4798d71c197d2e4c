import { Client, type Pool } from 'pg';

/**
 * Opens a connection outside the pool. The locks of a session live exactly as long as it does, so what a
 * session can still write, it writes as the holder of its locks.
 */
export async function openSession(pool: Pool): Promise<Client> {
  const session = new Client(pool.options);
  // A lost connection shows in the next query; without a listener it would also end the process.
  session.on('error', () => {});
  await session.connect();
  // By default the server would hold the locks of a machine that has vanished for two hours.
  await session.query(
    'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
  );
  return session;
}
