import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type Work } from '@app/workers';
import { Metrics } from '../operations/metrics.js';
import { Readiness } from '../operations/readiness.js';
import { Workers } from './workers.js';

const limits = { notReadyAfter: 30, endAfter: 60, lookEvery: 5 };

describe('the workers of a process', () => {
  let workers: Workers;
  let readiness: Readiness;
  let metrics: Metrics;
  let givenUp: Promise<void>;
  let isGivenUp: boolean;
  const lines: string[] = [];

  beforeEach(() => {
    lines.length = 0;
    for (const level of ['log', 'warn', 'fatal'] as const)
      jest
        .spyOn(Logger.prototype, level)
        .mockImplementation((line: unknown) => void lines.push(String(line)));
    [readiness, metrics, isGivenUp] = [new Readiness(), new Metrics(), false];
    workers = new Workers(limits, readiness, metrics);
    givenUp = new Promise((resolve) => {
      workers.onGivenUp = () => {
        isGivenUp = true;
        resolve();
      };
    });
  });
  afterEach(async () => {
    await workers.beforeApplicationShutdown();
    jest.restoreAllMocks();
  });

  const start = (...works: Work[]): void => {
    workers.add(...works);
    workers.onApplicationBootstrap();
  };
  const until = async (condition: () => unknown): Promise<void> => {
    while (!(await condition())) await new Promise(setImmediate);
  };
  const hung: Work = { name: 'hung', run: () => new Promise(() => {}) };
  const stalledSeconds = async () =>
    Number(/^worker_stalled_seconds\{worker="hung"\} (.*)$/m.exec(await metrics.registry.metrics())?.[1]);

  it('go on until the app stops, which waits for their end', async () => {
    let finished = false;
    const run: Work['run'] = async ({ signal }) => {
      await once(signal, 'abort');
      finished = true;
    };
    start({ name: 'some', run, hasMore: () => Promise.resolve(false) });
    expect(finished).toBe(false);
    await workers.beforeApplicationShutdown();
    expect(finished).toBe(true);
  });

  it('make it not ready, and then end it, when one never gets anything done', async () => {
    start(hung);
    expect(await readiness.failing()).toEqual([]);
    await until(async () => (await readiness.failing()).includes('hung'));
    expect(await stalledSeconds()).toBeGreaterThanOrEqual(0.03);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^This process is not ready: hung \(it has something to do, and has got nothing done since .*Z\)/,
      ),
    );
    await givenUp;
    expect(lines.at(-1)).toMatch(
      /^"hung" has something to do, and has got nothing done for 0 s: this process ends/,
    );
  });

  it('also when it fails again and again', async () => {
    start({ name: 'failing', run: () => Promise.reject(new Error('no such table')) });
    await givenUp;
    expect(await readiness.failing()).toEqual(['failing']);
    expect(lines).toContainEqual(expect.stringMatching(/^It could not go on, and begins anew in \d+ ms\.$/));
    expect(await metrics.registry.metrics()).toMatch(/^worker_failures_total\{worker="failing"\} [1-9]/m);
  });

  it('do not end it while an engine is away, nor before the time has passed again since', async () => {
    let away = true;
    readiness.add('database', () => (away ? Promise.reject(new Error('away')) : Promise.resolve()));
    start(hung);
    await until(async () => (await stalledSeconds()) > 0.2);
    expect(isGivenUp).toBe(false);
    away = false;
    await givenUp;
    expect(await stalledSeconds()).toBeGreaterThan(0.2);
  });

  it('are ready while they get on, and as long as there is nothing to do', async () => {
    const looks = jest.fn(() => Promise.resolve(false));
    const beating: Work['run'] = async ({ signal, progressed }) => {
      const timer = setInterval(progressed, 1);
      await once(signal, 'abort');
      clearInterval(timer);
    };
    const idle: Work['run'] = async ({ signal }) => void (await once(signal, 'abort'));
    start({ name: 'beating', run: beating }, { name: 'idle', run: idle, hasMore: looks });
    await until(() => looks.mock.calls.length > 3);
    expect(await readiness.failing()).toEqual([]);
    expect(isGivenUp).toBe(false);
  });
});
