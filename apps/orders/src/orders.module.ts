import { type DynamicModule, Module } from '@nestjs/common';
import { type Engines, EnginesModule } from '@app/engines';
import { type Tracing, TracingModule } from '@app/platform';
import { DeadlineWorkerModule } from '../../deadline-worker/src/deadline-worker.module.js';
import { NotificationWorkerModule } from '../../notification-worker/src/notification-worker.module.js';
import { OrderApiModule } from '../../order-api/src/order-api.module.js';
import { ProjectorModule } from '../../projector/src/projector.module.js';
import { ReservationWorkerModule } from '../../reservation-worker/src/reservation-worker.module.js';
import { StatusPublisherModule } from '../../status-publisher/src/status-publisher.module.js';
import { TrackingWorkerModule } from '../../tracking-worker/src/tracking-worker.module.js';

/** The whole system in one process: every deployable's module on the same engines. */
@Module({})
export class OrdersModule {
  static on(engines: Engines, tracing: Tracing): DynamicModule {
    return {
      module: OrdersModule,
      imports: [
        EnginesModule.with(engines),
        TracingModule.with(tracing),
        ProjectorModule,
        StatusPublisherModule,
        NotificationWorkerModule,
        TrackingWorkerModule,
        DeadlineWorkerModule,
        ReservationWorkerModule,
        OrderApiModule,
      ],
    };
  }
}
