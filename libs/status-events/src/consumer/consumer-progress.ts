import { type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { continued, tracer } from '@app/telemetry';
import { type StatusEvent } from '../contract/status-event.js';
import { type StatusRecord } from '../status-log.port.js';
import { type NewlyParked } from './parked-record.js';

/** What became of records, all of it committed. */
export interface ConsumerProgress {
  readonly applied: readonly StatusEvent[];
  /** Records of types that the consumer does not want. */
  readonly skipped: number;
  /** Records of events that had been applied before. */
  readonly duplicates: number;
  readonly parked: readonly NewlyParked[];
}

/** Enters in each event's own trace, where it belongs to one, what the group has done with it since `began`. */
export function traceConsumed(group: string, began: number, { applied, parked }: ConsumerProgress): void {
  for (const event of applied) consumedSpan(group, began, ofEvent(event))?.end();
  for (const { record, reason } of parked)
    consumedSpan(group, began, ofRecord(record))
      ?.setStatus({ code: SpanStatusCode.ERROR, message: `parked: ${reason}` })
      .end();
}

type Consumed = ReturnType<typeof ofRecord>;

const ofRecord = ({ key, headers }: StatusRecord) => ({
  orderId: key,
  type: headers.ce_type,
  correlationId: headers.ce_correlationid,
  traceparent: headers.ce_traceparent,
});

const ofEvent = ({ partitionkey, type, correlationid, traceparent }: StatusEvent): Consumed => ({
  orderId: partitionkey,
  type,
  correlationId: correlationid,
  traceparent,
});

function consumedSpan(group: string, startTime: number, consumed: Consumed): Span | undefined {
  const { orderId, type, correlationId, traceparent } = consumed;
  if (traceparent === undefined) return undefined;
  const attributes = { 'consumer.group': group, 'order.id': orderId, 'correlation.id': correlationId };
  const options = { kind: SpanKind.CONSUMER, startTime, attributes };
  return tracer().startSpan(`${group} ${type}`, options, continued(traceparent));
}
