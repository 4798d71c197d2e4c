import {
  type Context,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';

/** Makes this system's spans; as long as nobody has set up tracing they cost next to nothing and go nowhere. */
export const tracer = (): Tracer => trace.getTracer('marketplace-orders');

/** Does the work in a span of its own, which fails with it. What the work begins belongs to the span. */
export const inSpan = <T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
  parent: Context = context.active(),
): Promise<T> =>
  tracer().startActiveSpan(name, options, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });

/** How a record tells which span it was made in (W3C trace context); undefined where nothing is traced. */
export function traceparent(of: Context = context.active()): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(of, carrier);
  return carrier.traceparent;
}

/** The context in which the work goes on that a record came from. */
export const continued = (from: string | undefined): Context =>
  from === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent: from });

/** Links to the spans that records were made in, each once: for work that many traces share. */
export const linksTo = (traceparents: readonly (string | undefined)[]): Link[] =>
  [...new Set(traceparents)].flatMap((from) => {
    const made = trace.getSpanContext(continued(from));
    return made === undefined ? [] : [{ context: made }];
  });
