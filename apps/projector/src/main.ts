import { NestFactory } from '@nestjs/core';
import { EnginesModule, openEngines } from '@app/engines';
import { createLogger, loadSettings, NestLogger, run } from '@app/platform';
import { ProjectorModule } from './projector.module.js';

await run(async () => {
  const settings = loadSettings(process.env);
  const logger = createLogger(settings);
  const engines = await openEngines(settings, (line) => logger.info(line));
  const app = await NestFactory.createApplicationContext(
    { module: ProjectorModule, imports: [EnginesModule.with(engines)] },
    { logger: new NestLogger(logger) },
  );
  app.enableShutdownHooks();
});
