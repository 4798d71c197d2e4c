import { afterAll, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Readiness } from './readiness.js';

const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
const log = jest.spyOn(Logger.prototype, 'log').mockReturnValue();
afterAll(() => void jest.restoreAllMocks());

it('tells the log what is away at the start, and when it is back, once each', async () => {
  let away = true;
  const readiness = new Readiness();
  readiness.add('event log', () => (away ? Promise.reject(new Error('It is away.')) : Promise.resolve()));
  await readiness.onApplicationBootstrap();
  await readiness.failing();
  expect(warn.mock.calls).toEqual([
    ['This process is not ready: event log (It is away). It goes on by itself.'],
  ]);
  away = false;
  await readiness.failing();
  await readiness.failing();
  expect(log.mock.calls).toEqual([['This process is ready again.']]);
});
