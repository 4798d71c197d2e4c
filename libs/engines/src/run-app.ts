import { type Type } from '@nestjs/common';
import {
  createHttpApp,
  createLogger,
  listen,
  loadSettings,
  run,
  startTracing,
  stopInTime,
  TracingModule,
} from '@app/platform';
import { awaitEngines } from './await-engines.js';
import { EnginesModule } from './engines.module.js';

/** Runs one deployable as a process of its own, on the engines and the address that the environment names. */
export const runApp = (module: Type, create: typeof createHttpApp = createHttpApp): Promise<void> =>
  run(async () => {
    const settings = loadSettings(process.env);
    const logger = createLogger(settings);
    const engines = await awaitEngines(settings, (message, facts) => logger.info({ ...facts }, message));
    const tracing = TracingModule.with(await startTracing(settings, serviceNameOf(module)));
    const app = await create({ module, imports: [EnginesModule.with(engines), tracing] }, settings);
    stopInTime((message) => logger.info(message));
    logger.info(`${module.name} answers at ${await listen(app, settings)}.`);
  });

/** `OrderApiModule` is the service `order-api`. */
const serviceNameOf = ({ name }: Type): string =>
  name
    .replace(/Module$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
