import { Injectable, Module } from '@nestjs/common';
import { Counter } from 'prom-client';
import { type LabelledValue, Metrics } from '@app/platform';
import { type ConsumerProgress, parkedCounts } from '@app/status-events';
import { Engines } from './engines.js';

/** What operators see of the consumer groups that run in this process. */
@Injectable()
export class ConsumerMetrics {
  private readonly consumed: Counter<'group' | 'outcome'>;
  private readonly groups: string[] = [];

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
  ) {
    this.consumed = new Counter({
      name: 'status_events_consumed_total',
      help: 'Status events by consumer group and outcome: applied, skipped (not wanted), duplicate (dropped) or parked.',
      labelNames: ['group', 'outcome'],
      registers: [metrics.registry],
    });
    metrics.readAtScrape(
      { consumer_lag_records: 'Status events that are in the topic and that the group has not committed.' },
      async () => ({ consumer_lag_records: await this.lags() }),
      ['group'],
    );
    metrics.readAtScrape(
      {
        parked_orders: 'Orders that stand still in the group because one of their status events is parked.',
        parked_records: 'Status events that the group has parked (table parked_records).',
      },
      () => this.parked(),
      ['group'],
    );
  }

  /** From now on the group is watched; what the answer is told of is counted. */
  watch(group: string): (progress: ConsumerProgress) => void {
    this.groups.push(group);
    return ({ applied, skipped, duplicates, parked }) => {
      this.consumed.inc({ group, outcome: 'applied' }, applied.length);
      this.consumed.inc({ group, outcome: 'skipped' }, skipped);
      this.consumed.inc({ group, outcome: 'duplicate' }, duplicates);
      this.consumed.inc({ group, outcome: 'parked' }, parked.length);
    };
  }

  private lags(): Promise<LabelledValue[]> {
    return Promise.all(
      this.groups.map(async (group) => {
        const { records } = await this.engines.statusLog.lag(group);
        return { labels: { group }, value: records };
      }),
    );
  }

  private async parked() {
    const counts = await parkedCounts(this.engines.database.pool);
    const gauge = (what: 'orders' | 'records'): LabelledValue[] =>
      this.groups.map((group) => {
        const value = counts.find((count) => count.group === group)?.[what] ?? 0;
        return { labels: { group }, value };
      });
    return { parked_orders: gauge('orders'), parked_records: gauge('records') };
  }
}

/** Shares the metrics of consumer groups among the workers of a process. Needs `EnginesModule`. */
@Module({ providers: [ConsumerMetrics], exports: [ConsumerMetrics] })
export class ConsumerMetricsModule {}
