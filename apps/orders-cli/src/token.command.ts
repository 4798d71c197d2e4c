import { type Role } from '@app/ordering';
import { authSecret, loadSettings, mintToken } from '@app/platform';
import { CommandFailure } from './command-failure.js';
import { type Terminal } from './terminal.js';
import { writeLines } from './write-lines.js';

export interface TokenOptions {
  readonly role: Role;
  readonly sub: string;
  /** As `durationArgument` lets it through. */
  readonly ttl: string;
}

/** Prints a bearer token, signed with the secret that the servers on the same settings check it with. */
export async function token({ role, sub, ttl }: TokenOptions, { env, out }: Terminal): Promise<void> {
  const settings = loadSettings(env);
  if (settings.AUTH_JWKS_URL !== undefined)
    throw new CommandFailure(
      `Tokens are signed by the identity provider of ${settings.AUTH_JWKS_URL}; get one there, or unset AUTH_JWKS_URL.`,
    );
  const secret = await authSecret(settings);
  await writeLines(out, [await mintToken(secret, { sub, role, ttl })]);
}
