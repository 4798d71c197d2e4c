import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { run, StartError } from './run.js';

describe('run', () => {
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  afterAll(() => void jest.restoreAllMocks());

  it('lets an app run that has started', async () => {
    await run(() => Promise.resolve());
    expect(exit).not.toHaveBeenCalled();
  });

  it('ends with the sentence that an operator needs, or with all that is known of a bug', async () => {
    await run(() => Promise.reject(new StartError('Set PORT to another one.')));
    expect(write).toHaveBeenLastCalledWith('Set PORT to another one.\n');
    await run(() => Promise.reject(new TypeError('nothing is a function')));
    expect(write).toHaveBeenLastCalledWith(expect.stringMatching(/TypeError: nothing is a function\n +at /));
    expect(exit.mock.calls).toEqual([[1], [1]]);
  });
});
