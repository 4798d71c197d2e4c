import { runApp } from '@app/engines';
import { ProjectorModule } from './projector.module.js';

await runApp(ProjectorModule);
