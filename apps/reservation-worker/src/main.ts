import { runApp } from '@app/engines';
import { ReservationWorkerModule } from './reservation-worker.module.js';

await runApp(ReservationWorkerModule);
