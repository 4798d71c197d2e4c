import { runApp } from '@app/engines';
import { StatusPublisherModule } from './status-publisher.module.js';

await runApp(StatusPublisherModule);
