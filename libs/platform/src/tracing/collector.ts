import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

export interface Tracing {
  /** Sends what is left, for two seconds at most. */
  shutdown(): Promise<void>;
}

/** Milliseconds that the end of a process waits for its last spans to be sent. */
const timeoutMs = 2000;

/** Sends the spans of this process to the collector at the endpoint from now on. */
export function traceTo(endpoint: string, serviceName: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  diag.setLogger(warnings(), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    async shutdown() {
      await Promise.race([provider.shutdown(), setTimeout(timeoutMs, undefined, { ref: false })]);
      for (const api of [trace, propagation, context, diag]) api.disable();
    },
  };
}

/** A collector that is away costs spans, and nothing else: that is worth a warning. */
function warnings() {
  const logger = new Logger('Tracing');
  const warn = (message: string): void => logger.warn(message);
  const ignore = (): void => {};
  return { error: warn, warn, info: ignore, debug: ignore, verbose: ignore };
}
