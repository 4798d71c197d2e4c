import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { continued, traceparent, tracer } from '@app/telemetry';
import { type StatusEvent } from '../contract/status-event.js';

/** A status event on its way into the topic. */
export interface Publishing {
  /** Tells its consumers of the span below, or of the one that it came from where this process traces nothing. */
  readonly event: StatusEvent;
  /** Only where the request behind the event was traced. */
  readonly span?: Span;
}

/** Goes on with the trace that the event belongs to, if it belongs to one. */
export function startPublishing(event: StatusEvent): Publishing {
  if (event.traceparent === undefined) return { event };
  const parent = continued(event.traceparent);
  const { type, partitionkey, sequence, correlationid } = event;
  const attributes = {
    'order.id': partitionkey,
    'status.sequence': sequence,
    'correlation.id': correlationid,
  };
  const span = tracer().startSpan(`publish ${type}`, { kind: SpanKind.PRODUCER, attributes }, parent);
  const own = traceparent(trace.setSpan(parent, span));
  return { event: { ...event, traceparent: own ?? event.traceparent }, span };
}

/** The events are in the topic, or it is not known whether they are. */
export function endPublishing(publishing: readonly Publishing[], failed = false): void {
  for (const { span } of publishing) {
    if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  }
}
