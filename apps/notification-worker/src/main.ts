import { runApp } from '@app/engines';
import { NotificationWorkerModule } from './notification-worker.module.js';

await runApp(NotificationWorkerModule);
