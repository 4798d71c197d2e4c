import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, Module, Param, Post } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import { OpenRoute } from '../auth/open-route.js';
import { createHttpApp } from '../http/create-http-app.js';
import { OperationsModule } from '../operations/operations.module.js';
import { createLogger } from './logger.js';

@OpenRoute()
@Controller('orders')
class OrdersController {
  private readonly logger = new Logger('Orders');

  @Post(':id/pay')
  pay(@Param('id') orderId: string) {
    this.logger.log('Paid.', { orderId });
    return {};
  }

  @Get(':id')
  fail() {
    throw new TypeError('a bug');
  }
}

@Module({ imports: [OperationsModule], controllers: [OrdersController] })
class TestModule {}

describe('the lines of a request', () => {
  let app: NestFastifyApplication;
  let lines: Record<string, unknown>[];

  beforeEach(async () => {
    lines = [];
    const sink = new Writable({
      write(line: Buffer, _encoding, done) {
        lines.push(JSON.parse(line.toString()) as Record<string, unknown>);
        done();
      },
    });
    const settings = { LOG_LEVEL: 'debug' } as const;
    app = await createHttpApp(TestModule, settings, createLogger(settings, sink));
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', (request, _reply, done) => {
        request.about = { orderId: (request.params as { id: string }).id };
        done();
      });
    await app.init();
    lines = [];
  });
  afterEach(() => app.close());

  const pay = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/orders/o-1/pay?secret=1',
      headers: { 'x-correlation-id': 'checkout-17', ...headers },
      payload: { card: '4111' },
    });

  it('say to which request and order they belong, and nothing that it holds', async () => {
    await pay({});
    const about = { correlationId: 'checkout-17', orderId: 'o-1' };
    expect(lines).toEqual([
      { level: 'info', time: expect.any(String), context: 'Orders', orderId: 'o-1', msg: 'Paid.' },
      {
        level: 'debug',
        time: expect.any(String),
        ...about,
        method: 'POST',
        route: '/orders/:id/pay',
        status: 201,
        ms: expect.any(Number),
        msg: 'answered',
      },
    ]);
    await app.inject({ url: '/orders/o-1', headers: { 'x-correlation-id': 'checkout-17' } });
    expect(lines[2]).toMatchObject({ level: 'error', ...about, path: '/orders/o-1' });
  });

  it('lead to the trace of the request, where it is traced', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    trace.setGlobalTracerProvider(new TracerProvider());
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await pay({ traceparent: `00-${traceId}-b7ad6b7169203331-01` });
    for (const api of [trace, propagation, context]) api.disable();
    expect(lines.map(({ msg, traceId: seen }) => [msg, seen])).toEqual([
      ['Paid.', traceId],
      ['answered', traceId],
    ]);
  });
});
