import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { runCaptured } from './testing/run-captured.js';

describe('config', () => {
  it('prints what is in force, and marks what was set', async () => {
    const env = { PORT: '3001', DATABASE_URL: 'postgres://orders:hunter2@db/orders' };
    const { exitCode, out } = await runCaptured(env, 'config');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^\* PORT +3001$/m);
    expect(out).toMatch(/^\* DATABASE_URL +postgres:\/\/orders:hidden@db\/orders$/m);
    expect(out).toMatch(/^ {2}LOG_LEVEL +info$/m);
  });

  it('stops at settings that cannot be used', async () => {
    const { exitCode, out, err } = await runCaptured({ LOG_LEVEL: 'loud' }, 'config');
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain('LOG_LEVEL is "loud"; allowed: one of fatal');
  });

  it('prints docs/configuration.md as it stands there', async () => {
    const page = await readFile(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
    expect((await runCaptured({}, 'config', '--guide')).out).toBe(page);
  });
});
