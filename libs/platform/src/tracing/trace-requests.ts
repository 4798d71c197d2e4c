import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { tracer } from '@app/telemetry';

declare module 'fastify' {
  interface FastifyRequest {
    /** Holds the request's span. */
    trace?: Context;
  }
}

/** Asked for all day long by those who supervise the process. */
const untraced = ['/healthz', '/readyz', '/metrics'];

/** Makes a span of each request, within the trace of its sender if there is one. */
export function traceRequests(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    const { id, method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    if (!untraced.includes(route)) {
      const parent = propagation.extract(ROOT_CONTEXT, request.headers);
      const attributes = { 'http.request.method': method, 'http.route': route, 'correlation.id': id };
      const span = tracer().startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
      request.trace = trace.setSpan(parent, span);
      // Also comes where the caller hangs up before the answer.
      reply.raw.once('close', () => endSpan(span, reply));
    }
    done();
  });
  // Reading the body leaves the context that the request began in.
  instance.addHook('preValidation', (request, _reply, done) => inTraceOf(request, done));
}

/** Does something on behalf of the request: log lines then lead to its trace. */
export const inTraceOf = (request: FastifyRequest, work: () => void): void =>
  context.with(request.trace ?? ROOT_CONTEXT, work);

function endSpan(span: Span, { raw, statusCode }: FastifyReply): void {
  if (raw.writableFinished) span.setAttribute('http.response.status_code', statusCode);
  if (!raw.writableFinished || statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
