import { Pool, type PoolClient } from 'pg';
import { orderTables } from '../tables/tables.js';
import { version } from './version.js';

/** The tables that are built together, and replaced together. */
export const versioned = [
  ...orderTables.map(({ name }) => name),
  'seller_counts',
  'seller_ratings',
  'read_models',
];

/** Where followers of the log stand: those who fill the next tables stand elsewhere than those of the live ones. */
const followerTables = ['followers', 'parked_streams'];

/** Longest that a statement over whole tables may take, in ms. */
const longestMs = 6 * 3_600_000;

/**
 * Tables beside the live ones, in a schema of their own. Whatever is done on `pool` or `client` is done in them, by the
 * same statements: no other schema is looked into.
 */
export class NextTables {
  private constructor(
    /** Schemas, as they are written in SQL. */
    readonly live: string,
    readonly next: string,
    readonly pool: Pool,
    /** It holds the lock that makes this the only build beside the live tables. */
    readonly client: PoolClient,
  ) {}

  /** Undefined where somebody else builds tables beside the live ones. */
  static async open(livePool: Pool): Promise<NextTables | undefined> {
    const { rows } = await livePool.query<{ live: string; next: string }>(
      `select quote_ident(current_schema()) as live, quote_ident('next_' || current_schema()) as next`,
    );
    const { live, next } = rows[0]!;
    const pool = new Pool({
      ...livePool.options,
      max: 4,
      statement_timeout: longestMs,
      query_timeout: longestMs,
      onConnect: (client): unknown => client.query(`set search_path = ${next}`),
    });
    pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
    const tables = new NextTables(live, next, pool, await pool.connect());
    if (await tables.lock()) return tables;
    await tables.close();
    return undefined;
  }

  /** Makes them anew: empty, and like the live ones but for the indexes. */
  async create(): Promise<void> {
    await this.drop();
    await this.client.query(`create schema ${this.next}`);
    await this.runAll(`
      select format('create table %s.%I (like %s.%I including all excluding indexes) %s', $1::text, relname, $2::text,
        relname, 'with (' || array_to_string(reloptions, ', ') || ')') as statement
      from pg_class where relnamespace = $2::regnamespace and relname = any($3)`);
    await this.runAll(`
      select format('alter table %s.%I add constraint %I %s', $1::text, relname, conname,
        pg_get_constraintdef(c.oid)) as statement
      from pg_constraint c join pg_class t on t.oid = conrelid
      where relnamespace = $2::regnamespace and relname = any($3) and contype in ('p', 'u')`);
    await this.client.query('insert into read_models (version) values ($1)', [version]);
  }

  /** Gives them the indexes of the live ones, and the planner what it has to know of them. */
  async complete(): Promise<void> {
    await this.runAll(`
      select replace(pg_get_indexdef(indexrelid), ' ON ' || $2::text || '.', ' ON ' || $1::text || '.') as statement
      from pg_index i join pg_class t on t.oid = indrelid
      where relnamespace = $2::regnamespace and relname = any($3)
        and not exists (select from pg_constraint where conindid = indexrelid)`);
    await this.client.query(`vacuum (analyze) ${versioned.join(', ')}`);
  }

  async drop(): Promise<void> {
    await this.client.query(`drop schema if exists ${this.next} cascade`);
  }

  /** Lets go of them; they stay as they are. */
  async close(): Promise<void> {
    this.client.release(true);
    await this.pool.end();
  }

  private async lock(): Promise<boolean> {
    const { rows } = await this.client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [`read models beside ${this.live}`],
    );
    return rows[0]!.locked;
  }

  /** Runs the statements that a query gives, which is asked with the next schema, the live one and the tables. */
  private async runAll(query: string): Promise<void> {
    const tables = [...versioned, ...followerTables];
    const { rows } = await this.client.query<{ statement: string }>(query, [this.next, this.live, tables]);
    for (const { statement } of rows) await this.client.query(statement);
  }
}
