import { Client, type Pool } from 'pg';
import { noticeWhenVanished } from '@app/database';

/**
 * Opens a connection outside the pool. The locks of a session live exactly as long as it does, so what a
 * session can still write, it writes as the holder of its locks.
 */
export async function openSession(pool: Pool): Promise<Client> {
  const session = new Client(pool.options);
  // A lost connection shows in the next query; without a listener it would also end the process.
  session.on('error', () => {});
  await session.connect();
  await noticeWhenVanished(session);
  return session;
}
