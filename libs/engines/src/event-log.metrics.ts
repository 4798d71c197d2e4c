import { Counter, Histogram } from 'prom-client';
import { followerStatus } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { type Metrics } from '@app/platform';
import { projector } from '@app/read-models';
import { followerOf } from '@app/reservations';
import { publisher } from '@app/status-events';
import { type Engines } from './engines.js';

/** How the event log is, for Prometheus, as this process meets it. */
export function measureEventLog(engines: Engines, metrics: Metrics): void {
  const { eventStore } = engines;
  const registers = [metrics.registry];
  const appends = new Histogram({
    name: 'event_store_append_seconds',
    help: 'Time from an append to its answer by the event log: it is durable then.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  eventStore.onAppended((seconds) => appends.observe(seconds));
  new Counter({
    name: 'event_store_reconnections_total',
    help: 'Connections to the event log that were made after the first one.',
    registers,
    collect() {
      this.reset();
      this.inc(Math.max(0, eventStore.status.connections - 1));
    },
  });
  metrics.readAtScrape(
    { event_store_up: '1 where the event log takes appends and is the one that was followed, 0 where not.' },
    async () => {
      const up = await engines.checkLog().then(
        () => 1,
        () => 0,
      );
      return { event_store_up: up };
    },
  );
  metrics.readAtScrape(
    { event_store_leader: '1 where the server that is talked to is the one that takes appends.' },
    async () => ({ event_store_leader: eventStore.status.leader ? 1 : 0 }),
  );
  metrics.readAtScrape(
    { event_store_head_position: 'Place of the newest event of the whole log.' },
    async () => ({ event_store_head_position: Number((await eventStore.lastPosition())?.commit ?? 0) }),
  );
}

/** Where those stand that follow the event log, and what they have set aside. Every process reports the same. */
export function measureFollowers({ database, eventStore, resources }: Engines, metrics: Metrics): void {
  const followed = [
    [projector, orderStreamPrefix],
    [publisher, orderStreamPrefix],
    ...[orderStreamPrefix, ...resources.map(({ prefix }) => prefix)].map((prefix) => [
      followerOf(prefix),
      prefix,
    ]),
  ] as const;
  metrics.readAtScrape(
    {
      follower_position: 'Place in the event log up to which a follower has handled everything.',
      follower_stalled_seconds:
        'Time since a follower moved on while there was something to do; 0 where there is nothing.',
      parked_streams: 'Streams that a follower passes over, without those that an operator has dropped.',
    },
    async () => {
      const statuses = await Promise.all(
        followed.map(async ([follower, prefix]) => ({
          labels: { follower },
          ...(await followerStatus(database.pool, eventStore, follower, prefix)),
        })),
      );
      return {
        follower_position: statuses.map(({ labels, position }) => ({
          labels,
          value: Number(position?.commit ?? 0),
        })),
        follower_stalled_seconds: statuses.map(({ labels, stalledSeconds: value }) => ({ labels, value })),
        parked_streams: statuses.map(({ labels, parked: value }) => ({ labels, value })),
      };
    },
    ['follower'],
  );
}
