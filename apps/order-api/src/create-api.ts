import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AppModule, createHttpApp, type Settings } from '@app/platform';
import { serveOpenApi } from './docs/openapi.js';
import { nameOrder } from './name-order.js';
import { acceptCsv } from './shipments/csv-body.js';

/** An app that serves the API and its documentation; its module has to bring `OrderApiModule`. */
export async function createApi(
  module: AppModule,
  settings: Pick<Settings, 'LOG_LEVEL'>,
): Promise<NestFastifyApplication> {
  const app = await createHttpApp(module, settings);
  nameOrder(app.getHttpAdapter().getInstance());
  acceptCsv(app.getHttpAdapter().getInstance());
  serveOpenApi(app);
  return app;
}
