import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { NestLogger } from './nest-logger.js';

function logged(write: (logger: NestLogger) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  write(new NestLogger(pino({ level: 'info', formatters: { level: (level) => ({ level }) } }, sink)));
  return lines;
}

describe('NestLogger', () => {
  it('writes what Nest says with its context', () => {
    expect(logged((logger) => logger.warn('Careful', 'Orders'))).toMatchObject([
      { level: 'warn', msg: 'Careful', context: 'Orders' },
    ]);
  });

  it('keeps the stack of an error', () => {
    expect(logged((logger) => logger.error('Broken', 'Error: Broken\n at x', 'Orders'))).toMatchObject([
      { level: 'error', msg: 'Broken', stack: 'Error: Broken\n at x', context: 'Orders' },
    ]);
    expect(logged((logger) => logger.error(new Error('Broken'), 'Orders'))).toMatchObject([
      { level: 'error', msg: 'Broken', err: { type: 'Error', message: 'Broken' } },
    ]);
  });

  it('tells of modules and routes to those who debug alone', () => {
    expect(logged((logger) => logger.log('Mapped {/orders, POST} route', 'RouterExplorer'))).toEqual([]);
  });
});
