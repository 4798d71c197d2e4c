import { type ClientBase } from 'pg';

/**
 * Lets the server notice within 20 s that this connection's machine has vanished, and let go of its locks. By default it
 * would hold them for two hours.
 */
export async function noticeWhenVanished(client: ClientBase): Promise<void> {
  await client.query(
    'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
  );
}
