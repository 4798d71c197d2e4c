import { type Database, type DatabaseLog } from '../database.js';
import { openPool, type PoolLimits } from '../pool.js';
import { ensureCluster } from './cluster.js';
import { Membership } from './membership.js';

/** Opens the PostgreSQL of the cluster in `dataDir`, which outlives a killed process: the next one finds it running. */
export async function openEmbedded(
  dataDir: string,
  log: DatabaseLog,
  limits?: PoolLimits,
): Promise<Database> {
  const membership = new Membership(await ensureCluster(dataDir, log), log);
  try {
    const url = await membership.url();
    const { pool, close } = await openPool(url, log, limits);
    return {
      url,
      pool,
      async close() {
        await close();
        await membership.leave();
      },
    };
  } catch (error) {
    await membership.leave();
    throw error;
  }
}
