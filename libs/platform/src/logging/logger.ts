import { type Logger, pino, stdSerializers } from 'pino';
import { type Settings } from '../settings/settings.js';

/** The process's log: one JSON object per line on standard output, from `LOG_LEVEL` on. */
export const createLogger = ({ LOG_LEVEL }: Pick<Settings, 'LOG_LEVEL'>): Logger =>
  pino({
    level: LOG_LEVEL,
    base: undefined,
    serializers: { error: stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
