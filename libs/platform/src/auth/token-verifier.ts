import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { problem, ProblemError } from '../http/problem.js';
import { type Settings } from '../settings/settings.js';
import { authSecret } from './auth-secret.js';
import { type Caller } from './caller.js';

/** How many verified tokens are remembered, and for how many ms at most: then a withdrawn key takes effect. */
const rememberedTokens = 10_000;
const rememberedFor = 60_000;

/** Signatures by public key. Those by shared secret are left out, or a public key could pass for one. */
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];

/** Reads from a bearer token who sends it. */
export class TokenVerifier {
  private readonly verified = new LRUCache<string, { caller: Caller; until: number }>({
    max: rememberedTokens,
  });

  /** Only tokens with one of the roles are taken. */
  constructor(
    private readonly key: JWTVerifyGetKey,
    private readonly algorithms: string[],
    private readonly roles: readonly string[],
  ) {}

  /** Throws `ProblemError`: 401 for a token that does not hold, 503 while the public keys cannot be read. */
  async verify(token: string): Promise<Caller> {
    const known = this.verified.get(token);
    if (known !== undefined && Date.now() < known.until) return known.caller;

    const { sub: id, role, exp } = await this.claimsOf(token);
    if (id === undefined || id === '' || typeof role !== 'string' || !this.roles.includes(role))
      throw unauthenticated('claims', invalidToken, this.roles);
    const caller = { id, role };
    this.verified.set(token, { caller, until: Math.min(exp! * 1000, Date.now() + rememberedFor) });
    return caller;
  }

  private async claimsOf(token: string) {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: this.algorithms,
        requiredClaims: ['exp', 'sub', 'role'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw unauthenticated('expired');
      if (error instanceof errors.JOSEError && !isOutage(error)) throw unauthenticated('invalid');
      const sentence = { key: 'identity-provider-away' } as const;
      throw new ProblemError(503, 'temporarily-unavailable', sentence, { headers: { 'retry-after': '1' } });
    }
  }
}

/** A key server that does not answer in time, or with no keys; a bad status jose reports as a plain JOSEError. */
const isOutage = ({ code }: errors.JOSEError): boolean =>
  [errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code].includes(code);

const invalidToken = 'Bearer error="invalid_token"';

/** 401 with the challenge that RFC 6750 asks for. */
export const unauthenticated = (
  fault: 'missing' | 'expired' | 'claims' | 'invalid',
  challenge = invalidToken,
  roles: readonly string[] = [],
): ProblemError =>
  problem(
    401,
    'unauthenticated',
    { fault, roles: { list: roles } },
    { headers: { 'www-authenticate': challenge } },
  );

/** The verifier that the settings ask for: by the identity provider's public keys, or by the shared secret. */
export async function openTokenVerifier(
  settings: Pick<Settings, 'AUTH_SECRET' | 'AUTH_JWKS_URL' | 'DATA_DIR'>,
  roles: readonly string[],
): Promise<TokenVerifier> {
  if (settings.AUTH_JWKS_URL !== undefined)
    return new TokenVerifier(createRemoteJWKSet(new URL(settings.AUTH_JWKS_URL)), publicKeyAlgorithms, roles);
  const secret = new TextEncoder().encode(await authSecret(settings));
  return new TokenVerifier(() => secret, ['HS256'], roles);
}
