import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BackgroundWork } from './background-work.js';

class Work extends BackgroundWork {
  finished = false;

  constructor(private readonly failure?: Error) {
    super();
  }

  protected async run(signal: AbortSignal): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    this.finished = true;
  }
}

describe('background work', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('goes on until the app stops, which waits for its end', async () => {
    const work = new Work();
    work.onApplicationBootstrap();
    expect(work.finished).toBe(false);
    await work.beforeApplicationShutdown();
    expect(work.finished).toBe(true);
  });

  it('ends the process when it fails, so that another one is started', async () => {
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    const fatal = jest.spyOn(Logger.prototype, 'fatal').mockReturnValue(undefined);
    const bug = new TypeError('nothing is a function');
    const work = new Work(bug);
    work.onApplicationBootstrap();
    await work.beforeApplicationShutdown();
    expect(exit).toHaveBeenCalledWith(1);
    expect(fatal).toHaveBeenCalledWith(bug);
  });
});
