import { type Pool } from 'pg';
import { Gauge } from 'prom-client';
import { type Metrics } from '@app/platform';

/** Shows how near the process is to the end of its connections to PostgreSQL. */
export function measurePool(pool: Pool, { registry }: Metrics): void {
  const registers = [registry];
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections to PostgreSQL by state: busy or idle.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
    },
  });
  new Gauge({
    name: 'database_pool_limit',
    help: 'Most connections that the pool makes.',
    registers,
    collect() {
      this.set(pool.options.max);
    },
  });
  new Gauge({
    name: 'database_pool_waiting',
    help: 'Pieces of work that wait for a connection.',
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
}
