import { runApp } from '@app/engines';
import { DeadlineWorkerModule } from './deadline-worker.module.js';

await runApp(DeadlineWorkerModule);
