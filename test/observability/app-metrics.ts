import { Test } from '@nestjs/testing';
import { type Registry } from 'prom-client';
import { testDatabase } from '@app/database/testing';
import { EnginesModule, openEngines } from '@app/engines';
import { loadSettings, Metrics } from '@app/platform';
import { DeadlineWorkerModule } from '../../apps/deadline-worker/src/deadline-worker.module.js';
import { NotificationWorkerModule } from '../../apps/notification-worker/src/notification-worker.module.js';
import { OrderApiModule } from '../../apps/order-api/src/order-api.module.js';
import { ProjectorModule } from '../../apps/projector/src/projector.module.js';
import { ReservationWorkerModule } from '../../apps/reservation-worker/src/reservation-worker.module.js';
import { StatusPublisherModule } from '../../apps/status-publisher/src/status-publisher.module.js';
import { TrackingWorkerModule } from '../../apps/tracking-worker/src/tracking-worker.module.js';

/** A metric as an app registers it. */
export interface AppMetric {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

const apps = {
  'order-api': OrderApiModule,
  projector: ProjectorModule,
  'status-publisher': StatusPublisherModule,
  'notification-worker': NotificationWorkerModule,
  'tracking-worker': TrackingWorkerModule,
  'deadline-worker': DeadlineWorkerModule,
  'reservation-worker': ReservationWorkerModule,
};

/** What each of the apps shows at `/metrics`. */
export async function appMetrics(): Promise<Map<string, readonly AppMetric[]>> {
  const database = await testDatabase();
  const settings = { DATABASE_URL: database.url, AUTH_SECRET: 's'.repeat(32) };
  const engines = await openEngines(loadSettings(settings));
  const found = new Map<string, readonly AppMetric[]>();
  for (const [app, module] of Object.entries(apps)) {
    const imports = [EnginesModule.with(engines), module];
    const made = await Test.createTestingModule({ imports }).compile();
    found.set(app, metricsIn(made.get(Metrics).registry));
  }
  await engines.close();
  await database.drop();
  return found;
}

const metricsIn = (registry: Registry): AppMetric[] =>
  registry.getMetricsAsArray().map((metric) => metric as unknown as AppMetric);
