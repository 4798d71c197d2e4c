import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTokenVerifier } from '@app/platform';
import { runCaptured } from './testing/run-captured.js';

describe('orders', () => {
  it.each([
    [[], /Commands:/],
    [['imprt'], /unknown command 'imprt'/],
    [['history'], /missing required argument 'order'/],
    [['as-of', 'o-1', 'yesterday'], /A time in ISO 8601 is expected/],
    [['replay', '--from', '2018-13-01'], /A time in ISO 8601 is expected/],
    [['replay', '--type', 'OrderLost'], /Allowed choices are OrderPlaced, /],
    [['token', '--sub', 'b-1'], /required option '--role <role>'/],
    [['token', '--sub', 'b-1', '--role', 'king'], /One of buyer, seller, .* is expected/],
    [['token', '--sub', 'b 1', '--role', 'buyer'], /1 to 64 letters, .* are expected/],
    [['token', '--sub', 'b-1', '--role', 'buyer', '--ttl', '8 days'], /A duration is expected/],
  ])('calls %j wrong usage, on standard error', async (args, message) => {
    const { exitCode, out, err } = await runCaptured({}, ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    [['--help'], 'Exit codes:'],
    [['import', 'olist', '--help'], 'npm run orders -- import olist ./olist'],
    [['as-of', '--help'], 'npm run orders -- as-of'],
    [['parked', 'list', '--help'], 'npm run orders -- parked list'],
    [['parked', 'show', '--help'], 'npm run orders -- parked show'],
    [['parked', 'release', '--help'], 'npm run orders -- parked release'],
    [['parked', 'drop', '--help'], 'npm run orders -- parked drop'],
    [['refunds', 'handed-over', '--help'], 'npm run orders -- refunds handed-over'],
  ])('helps with %j', async (args, text) => {
    const { exitCode, out } = await runCaptured({}, ...args);
    expect(exitCode).toBe(0);
    expect(out).toContain(text);
  });

  it('says in one sentence which setting is wrong', async () => {
    const { exitCode, err } = await runCaptured(
      { PORT: '99999' },
      'token',
      '--role',
      'buyer',
      '--sub',
      'b-1',
    );
    expect(exitCode).toBe(1);
    expect(err).toContain('PORT is "99999"');
    expect(err).not.toContain('    at ');
  });

  describe('token', () => {
    let DATA_DIR: string;
    beforeAll(async () => {
      DATA_DIR = await mkdtemp(join(tmpdir(), 'orders-cli-'));
    });
    afterAll(() => rm(DATA_DIR, { recursive: true }));

    it('prints a token that a server on the same data folder takes', async () => {
      const { exitCode, out, err } = await runCaptured(
        { DATA_DIR },
        'token',
        '--role',
        'seller',
        '--sub',
        's-1',
      );
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      const verifier = await openTokenVerifier({ DATA_DIR }, ['seller']);
      expect(await verifier.verify(out.trimEnd())).toEqual({ id: 's-1', role: 'seller' });
    });

    it('cannot stand in for an identity provider', async () => {
      const env = { DATA_DIR, AUTH_JWKS_URL: 'https://id.example/keys' };
      const { exitCode, out, err } = await runCaptured(env, 'token', '--role', 'seller', '--sub', 's-1');
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      expect(err).toMatch(/signed by the identity provider of https:\/\/id\.example\/keys/);
    });
  });
});
