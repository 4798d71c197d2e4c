import { runApp } from '@app/engines';
import { TrackingWorkerModule } from './tracking-worker.module.js';

await runApp(TrackingWorkerModule);
