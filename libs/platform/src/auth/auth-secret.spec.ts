import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authSecret } from './auth-secret.js';

describe('authSecret', () => {
  let parent: string;
  let DATA_DIR: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'auth-secret-'));
    DATA_DIR = join(parent, 'data');
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('is the one that was set', async () => {
    expect(await authSecret({ AUTH_SECRET: 'x'.repeat(32), DATA_DIR })).toBe('x'.repeat(32));
  });

  it('is made once, and for the owner alone', async () => {
    const secret = await authSecret({ DATA_DIR });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await authSecret({ DATA_DIR })).toBe(secret);
    expect((await stat(join(DATA_DIR, 'auth-secret'))).mode & 0o777).toBe(0o600);
  });

  it('is the same for all that start at once, and leaves nothing else behind', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => authSecret({ DATA_DIR })));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(DATA_DIR)).toEqual(['auth-secret']);
  });

  it('says what to do with a damaged file', async () => {
    await authSecret({ DATA_DIR });
    await writeFile(join(DATA_DIR, 'auth-secret'), 'short');
    await expect(authSecret({ DATA_DIR })).rejects.toThrow(/auth-secret is damaged: delete it/);
  });

  it('is nowhere to be had beside an identity provider', async () => {
    await expect(authSecret({ DATA_DIR, AUTH_JWKS_URL: 'https://id.example/keys' })).rejects.toThrow(
      /identity provider of https:\/\/id\.example\/keys/,
    );
  });
});
