import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { StartError } from '../run.js';
import { type Settings } from '../settings/settings.js';

type AuthSettings = Pick<Settings, 'AUTH_SECRET' | 'AUTH_JWKS_URL' | 'DATA_DIR'>;

/**
 * The secret that tokens are signed with: `AUTH_SECRET`, or one that is made once and kept in
 * `<DATA_DIR>/auth-secret`. Throws where an identity provider signs the tokens, which keeps its secret.
 */
export async function authSecret({ AUTH_SECRET, AUTH_JWKS_URL, DATA_DIR }: AuthSettings): Promise<string> {
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  if (AUTH_JWKS_URL !== undefined)
    throw new StartError(`Tokens are signed by the identity provider of ${AUTH_JWKS_URL}; get them there.`);
  const file = join(DATA_DIR, 'auth-secret');
  return (await readSecret(file)) ?? makeSecret(DATA_DIR, file);
}

async function readSecret(file: string): Promise<string | undefined> {
  try {
    const secret = await readFile(file, 'utf8');
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new StartError(
    `${file} is damaged: delete it to get a new secret; tokens signed until then become invalid.`,
  );
}

/** A link appears whole or not at all: of two processes that start at once, both read the first one's secret. */
async function makeSecret(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(randomBytes(32).toString('base64url'));
    await handle.sync();
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await rm(draft);
  }
  return readFile(file, 'utf8');
}
