import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../logging/logger.js';
import { NestLogger } from '../logging/nest-logger.js';
import { Metrics } from '../operations/metrics.js';
import { type Settings } from '../settings/settings.js';
import { endInTime } from '../stop-in-time.js';
import { inTraceOf, traceRequests } from '../tracing/trace-requests.js';
import { Workers } from '../workers/workers.js';
import { httpAdapter } from './http-adapter.js';
import { ProblemFilter } from './problem.filter.js';
import { requestFacts } from './request-facts.js';
import { RouteTable } from './route-table.js';
import { ValidationPipe } from './validation.pipe.js';

/** What Nest takes as the root of an app. */
export type AppModule = Parameters<typeof NestFactory.create>[0];

/**
 * An app as all of ours behave: JSON in, problems out, a correlation id on everything, measured and logged.
 * The module has to bring `OperationsModule`. It stops gracefully on SIGTERM and SIGINT, and with exit code 1 where a
 * worker is given up.
 */
export async function createHttpApp(
  module: AppModule,
  settings: Pick<Settings, 'LOG_LEVEL'>,
  logger = createLogger(settings),
): Promise<NestFastifyApplication> {
  const routes = new RouteTable();
  const adapter = httpAdapter(routes);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  const metrics = app.get(Metrics);
  const instance = adapter.getInstance();
  traceRequests(instance);
  instance.addHook('onResponse', (request, { statusCode, elapsedTime }, done) => {
    const { method, routeOptions } = request;
    const answered = { method, route: routeOptions.url ?? 'none', status: statusCode };
    metrics.observeRequest(answered, elapsedTime);
    const facts = { ...requestFacts(request), ...answered, ms: elapsedTime };
    inTraceOf(request, () => logger.debug(facts, 'answered'));
    done();
  });
  app.useGlobalFilters(new ProblemFilter(logger, routes));
  app.useGlobalPipes(new ValidationPipe());
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  app.get(Workers).onGivenUp = () => {
    endInTime();
    void app.close().finally(() => process.exit(1));
  };
  return app;
}
