import { type LoggerService } from '@nestjs/common';
import { type Level, type Logger } from 'pino';

/** Where the framework tells of every module and route at the start: of interest when debugging only. */
const chatty: readonly unknown[] = [
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
];

/** Writes what Nest has to say into the process's log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...params: unknown[]): void {
    this.write(chatty.includes(params.at(-1)) ? 'debug' : 'info', message, params);
  }

  error(message: unknown, ...params: unknown[]): void {
    this.write('error', message, params);
  }

  warn(message: unknown, ...params: unknown[]): void {
    this.write('warn', message, params);
  }

  debug(message: unknown, ...params: unknown[]): void {
    this.write('debug', message, params);
  }

  verbose(message: unknown, ...params: unknown[]): void {
    this.write('trace', message, params);
  }

  /** Nest hands over its context last, and before it the stack of an error, or the facts that our own code tells. */
  private write(level: Level, message: unknown, params: readonly unknown[]): void {
    const context = params.at(-1);
    const [detail] = params.slice(0, -1);
    const facts = typeof detail === 'object' ? detail : { stack: detail };
    if (message instanceof Error) this.logger[level]({ context, ...facts, err: message }, message.message);
    else this.logger[level]({ context, ...facts }, String(message));
  }
}
