import { type Session } from '@app/database';
import { pauseAfter } from '@app/workers';
import { type ConsumedRecord, type ConsumeOptions } from '../status-log.port.js';
import { PartitionLocks } from './partition-locks.js';
import { WakeUp } from './wake-up.js';

/** How often a member looks around although nothing woke it. */
const pollMs = 1_000;
const maxBatch = 500;

/** One consumer of a group on a session of its own, which holds the locks on the partitions that it owns. */
export class GroupMember {
  private readonly locks: PartitionLocks;
  private readonly news = new WakeUp();
  private readonly failures = new Map<number, number>();
  private readonly pausing = new Set<number>();
  private rebalanceAt = 0;

  constructor(
    private readonly session: Session,
    private readonly options: ConsumeOptions,
  ) {
    this.locks = new PartitionLocks(session, options.group);
  }

  /** Consumes until the signal; throws when the session is lost, and with it the partitions. */
  async run(): Promise<void> {
    const { signal } = this.options;
    await this.listen();
    await this.locks.join();
    while (!signal.aborted) {
      await this.rebalanceWhenDue();
      const batches = await this.fetch();
      await this.handle(batches);
      if (batches.size > 0) continue;
      if (this.pausing.size === 0) this.options.progressed?.();
      await this.news.wait(pollMs);
    }
    await this.locks.leave();
  }

  private async listen(): Promise<void> {
    const { session, news } = this;
    const { group, signal } = this.options;
    signal.addEventListener('abort', news.ring, { once: true });
    session.lost.addEventListener('abort', news.ring);
    session.on('notification', ({ payload }) => {
      if (payload === group) this.rebalanceAt = 0;
      news.ring();
    });
    // A commit lost in a crash of the server only repeats records. As long as the tables have no statistics, a plan
    // might read the whole topic for each batch; their primary keys are always the right way.
    await session.query(
      'set synchronous_commit = off; set enable_seqscan = off; set enable_bitmapscan = off',
    );
    const { rows } = await session.query<{ channel: string }>('select status_channel() as channel');
    await session.query(`listen ${rows[0]!.channel}`);
  }

  private async rebalanceWhenDue(): Promise<void> {
    if (Date.now() < this.rebalanceAt) return;
    this.rebalanceAt = Date.now() + pollMs;
    await this.locks.rebalance();
  }

  private async fetch(): Promise<Map<number, ConsumedRecord[]>> {
    const { rows } = await this.session.query<RecordRow>(
      `select r.* from status_offsets o cross join lateral (
         select partition_nr, record_offset, key, headers, value from status_records
         where partition_nr = o.partition_nr and record_offset >= o.next_offset
         order by record_offset limit ${maxBatch}
       ) r
       where o.consumer_group = $1 and o.partition_nr = any($2)
       order by partition_nr, record_offset`,
      [this.options.group, this.locks.partitions.filter((partition) => !this.pausing.has(partition))],
    );
    const batches = new Map<number, ConsumedRecord[]>();
    for (const { partition_nr: partition, record_offset, ...record } of rows) {
      const batch = batches.get(partition) ?? [];
      batches.set(partition, batch);
      batch.push({ ...record, partition, offset: BigInt(record_offset) });
    }
    return batches;
  }

  /** Partitions are handled side by side, so that their transactions can share a sync of the disk. */
  private async handle(batches: ReadonlyMap<number, readonly ConsumedRecord[]>): Promise<void> {
    const handled = new Map<number, bigint>();
    const handleOne = async ([partition, records]: [number, readonly ConsumedRecord[]]): Promise<void> => {
      try {
        await this.options.handle(records);
        this.failures.delete(partition);
        handled.set(partition, records.at(-1)!.offset + 1n);
      } catch {
        this.pause(partition);
      }
    };
    await Promise.all([...batches].map(handleOne));
    if (handled.size === 0) return;
    await this.commit(handled);
    this.options.progressed?.();
  }

  /** On the session that holds the locks on the partitions: who has lost them cannot commit. */
  private async commit(nextOffsets: ReadonlyMap<number, bigint>): Promise<void> {
    await this.session.query(
      `update status_offsets o set next_offset = done.next_offset
       from unnest($2::integer[], $3::bigint[]) as done (partition_nr, next_offset)
       where o.consumer_group = $1 and o.partition_nr = done.partition_nr`,
      [this.options.group, [...nextOffsets.keys()], [...nextOffsets.values()]],
    );
  }

  private pause(partition: number): void {
    const failures = (this.failures.get(partition) ?? 0) + 1;
    this.failures.set(partition, failures);
    this.pausing.add(partition);
    const resume = (): void => {
      this.pausing.delete(partition);
      this.news.ring();
    };
    setTimeout(resume, pauseAfter(failures)).unref();
  }
}

interface RecordRow {
  readonly partition_nr: number;
  readonly record_offset: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly value: string;
}
