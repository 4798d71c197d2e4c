import { type Pool } from 'pg';
import { Session } from '@app/database';
import {
  type ConsumeOptions,
  type GroupLag,
  type Published,
  publishedBy,
  publishedUpToHeader,
  type StatusLog,
  StatusLogUnavailable,
  type StatusRecord,
} from '../status-log.port.js';
import { GroupMember } from './group-member.js';

/** The topic in tables of PostgreSQL. */
export class PostgresStatusLog implements StatusLog {
  private readonly closed = new AbortController();
  private readonly consumptions = new Set<Promise<void>>();
  private publication: Promise<void> = Promise.resolve();

  constructor(private readonly pool: Pool) {}

  /**
   * Records up to the newest log position in the topic are there already and are not written again. Therefore
   * what was called before has to be written before, and when that fails, this fails too.
   */
  publish(records: readonly StatusRecord[]): Promise<void> {
    const publication = this.publication.then(() => this.write(records));
    this.publication = publication;
    const startAnew = (): void => {
      if (this.publication === publication) this.publication = Promise.resolve();
    };
    publication.catch(startAnew);
    return publication;
  }

  /** An earlier publisher may go on: what it would write again is there already and is not written. */
  resume(): Promise<Published | undefined> {
    return this.publishedUpTo();
  }

  async publishedUpTo(): Promise<Published | undefined> {
    const newest = await this.ask<StatusRecord>(
      `select json_build_object('key', key, 'headers', headers || jsonb_build_object($1::text, log_position::text)) as answer
       from status_partitions join status_records using (partition_nr)
       where record_offset = next_offset - 1 order by log_position desc limit 1`,
      [publishedUpToHeader],
    );
    return newest === null ? undefined : publishedBy(newest);
  }

  consume(options: ConsumeOptions): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.closed.signal]);
    const consumption = this.consumeUntil({ ...options, signal });
    this.consumptions.add(consumption);
    return consumption.finally(() => this.consumptions.delete(consumption));
  }

  async lag(group: string): Promise<GroupLag> {
    const records = await this.ask(
      `select sum(p.next_offset - coalesce(o.next_offset, 0)) as answer
       from status_partitions p
       left join status_offsets o on o.partition_nr = p.partition_nr and o.consumer_group = $1`,
      [group],
    );
    return { group, records: Number(records) };
  }

  async check(): Promise<void> {
    await this.ask("select '' as answer");
  }

  /** Ends its consumptions and waits for what is under way; the pool stays open, it belongs to somebody else. */
  async close(): Promise<void> {
    this.closed.abort();
    await Promise.allSettled([...this.consumptions, this.publication]);
  }

  private async write(records: readonly StatusRecord[]): Promise<void> {
    await this.ask('select publish_status($1, $2::jsonb[], $3, $4)', [
      records.map((record) => record.key),
      records.map((record) => JSON.stringify(record.headers)),
      records.map((record) => record.value),
      // What is published late has its place behind what is there.
      records.map(({ headers }) => (publishedUpToHeader in headers ? null : headers.ce_logposition)),
    ]);
  }

  private async consumeUntil(options: ConsumeOptions): Promise<void> {
    try {
      const session = await Session.open(this.pool);
      await new GroupMember(session, options).run().finally(() => session.close());
    } catch (error) {
      throw unavailable(error);
    }
  }

  private async ask<Answer = string>(sql: string, values: unknown[] = []): Promise<Answer | null> {
    try {
      const { rows } = await this.pool.query<{ answer: Answer | null }>(sql, values);
      return rows[0]?.answer ?? null;
    } catch (error) {
      throw unavailable(error);
    }
  }
}

const unavailable = (cause: unknown): StatusLogUnavailable =>
  new StatusLogUnavailable(
    `PostgreSQL did not carry out a request of the status log: ${(cause as Error).message}`,
    { cause },
  );
