import { type ClientBase } from 'pg';
import { version } from './version.js';

/** The tables that are read from. */
export interface LiveTables {
  /** Of their rows. */
  readonly version: number;
  /** Another one once other tables have taken their place. */
  readonly id: string;
}

export async function liveTables(client: Pick<ClientBase, 'query'>): Promise<LiveTables> {
  const { rows } = await client.query<LiveTables>(
    `select version, 'read_models'::regclass::oid::text as id from read_models`,
  );
  return rows[0]!;
}

/** Other tables have taken the place of those that were written to: begin anew. */
export class ReadModelsReplaced extends Error {
  override readonly name = 'ReadModelsReplaced';

  constructor() {
    super('The read models were replaced.');
  }
}

/** Throws where a newer release has built the read models: this one cannot go on with their rows. */
export function refuseNewer(live: LiveTables): void {
  if (live.version <= version) return;
  throw new Error(
    `The read models have version ${live.version}, and this release writes version ${version}: run the newer release, ` +
      'or put them back with this one: npm run orders -- rebuild',
  );
}
