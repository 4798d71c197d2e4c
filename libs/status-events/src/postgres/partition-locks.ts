import { type Session } from '@app/database';

/** The partitions that one member of a consumer group owns: advisory locks of its session. */
export class PartitionLocks {
  private readonly held = new Set<number>();

  constructor(
    private readonly session: Session,
    private readonly group: string,
  ) {}

  get partitions(): number[] {
    return [...this.held];
  }

  /** Becomes a member: from now on the others count this session when they share the partitions out. */
  async join(): Promise<void> {
    await this.session.query(
      `insert into status_offsets (consumer_group, partition_nr) select $1, partition_nr from status_partitions
       on conflict do nothing`,
      [this.group],
    );
    await this.session.query('select pg_advisory_lock_shared(status_lock($1))', [this.membership]);
    await this.notifyOthers();
  }

  /** Gives up what is more than a fair share, and takes what is free up to it. */
  async rebalance(): Promise<void> {
    const { partitions, share } = await this.fairShare();
    const surplus = this.partitions.slice(share);
    for (const partition of surplus) await this.release(partition);
    if (surplus.length > 0) await this.notifyOthers();
    for (const partition of partitions)
      if (this.held.size < share && !this.held.has(partition)) await this.tryToTake(partition);
  }

  /** Gives everything up; the others share it out at once. */
  async leave(): Promise<void> {
    await this.session.query('select pg_advisory_unlock_all()');
    await this.notifyOthers();
  }

  private async notifyOthers(): Promise<void> {
    await this.session.query('select pg_notify(status_channel(), $1)', [this.group]);
  }

  private async fairShare(): Promise<{ partitions: number[]; share: number }> {
    const { rows } = await this.session.query<{ partitions: number[]; members: number }>(
      `select
         (select array_agg(partition_nr) from status_partitions) as partitions,
         (select count(*)::integer from pg_locks
          where locktype = 'advisory' and mode = 'ShareLock' and objsubid = 1
            and database = (select oid from pg_database where datname = current_database())
            and classid::bigint << 32 | objid::bigint = status_lock($1)) as members`,
      [this.membership],
    );
    const { partitions, members } = rows[0]!;
    return { partitions, share: Math.ceil(partitions.length / members) };
  }

  private async release(partition: number): Promise<void> {
    await this.session.query('select pg_advisory_unlock(status_lock($1))', [this.ownership(partition)]);
    this.held.delete(partition);
  }

  private async tryToTake(partition: number): Promise<void> {
    const { rows } = await this.session.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(status_lock($1)) as taken',
      [this.ownership(partition)],
    );
    if (rows[0]!.taken) this.held.add(partition);
  }

  private get membership(): string {
    return `member of ${this.group}`;
  }

  private ownership(partition: number): string {
    return `${this.group} owns ${partition}`;
  }
}
