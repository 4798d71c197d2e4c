import { SignJWT } from 'jose';

/** What a token says of its bearer, and for how long it holds: `15m`, `12h`, or seconds; an hour by default. */
export interface TokenContent {
  readonly sub: string;
  readonly role: string;
  readonly ttl?: string | number;
}

/** Signs a token (JWT, HS256) that holds from now on. */
export const mintToken = (secret: string, { sub, role, ttl = '1h' }: TokenContent): Promise<string> =>
  new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(typeof ttl === 'number' ? Math.floor(Date.now() / 1000) + ttl : ttl)
    .sign(new TextEncoder().encode(secret));
