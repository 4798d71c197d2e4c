import { EnginesModule, openEngines } from '@app/engines';
import { createLogger, listen, loadSettings, run } from '@app/platform';
import { createApi } from './create-api.js';
import { OrderApiModule } from './order-api.module.js';

await run(async () => {
  const settings = loadSettings(process.env);
  const logger = createLogger(settings);
  const engines = await openEngines(settings, (line) => logger.info(line));
  const app = await createApi({ module: OrderApiModule, imports: [EnginesModule.with(engines)] }, settings);
  logger.info(`The orders API answers at ${await listen(app, settings)}, its documentation at /docs.`);
});
