import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import { type Settings } from '../settings/settings.js';

/** The process's log: one JSON object per line, from `LOG_LEVEL` on, on standard output. */
export const createLogger = (
  { LOG_LEVEL }: Pick<Settings, 'LOG_LEVEL'>,
  destination: DestinationStream = pino.destination(),
): Logger =>
  pino(
    {
      level: LOG_LEVEL,
      base: undefined,
      serializers: { error: stdSerializers.err },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: traceOfLine,
    },
    destination,
  );

/** Leads from a line to its trace, where one is under way. */
function traceOfLine(): { traceId?: string } {
  const span = trace.getActiveSpan();
  return span === undefined ? {} : { traceId: span.spanContext().traceId };
}
