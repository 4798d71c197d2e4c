import { type Database, type DatabaseLog } from './database.js';
import { openEmbedded } from './embedded/open-embedded.js';
import { openPool, type PoolLimits } from './pool.js';

export interface DatabaseOptions {
  /** A PostgreSQL that somebody else runs; without it the embedded one is used. */
  readonly url?: string;
  /** Where the embedded PostgreSQL keeps its cluster: made when missing, its parent must exist. */
  readonly dataDir: string;
  readonly log?: DatabaseLog;
  readonly limits?: PoolLimits;
}

/**
 * Opens the PostgreSQL at `url`, or the embedded one on `dataDir`, which is made, started or joined as needed:
 * any number of processes may share a data folder.
 * Throws a DatabaseError when there is something for the operator to mend.
 */
export async function openDatabase({
  url,
  dataDir,
  log = () => {},
  limits,
}: DatabaseOptions): Promise<Database> {
  if (url === undefined) return openEmbedded(dataDir, log, limits);
  return { url, ...(await openPool(url, log, limits)) };
}
