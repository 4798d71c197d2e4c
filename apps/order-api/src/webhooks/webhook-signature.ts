import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the signature's time may be from this clock, either way. */
const toleranceSeconds = 300;

/** Most signatures that are looked at in one header: a sender that changes its secret sends two. */
const maxSignatures = 5;

const form = /^t=(\d{1,12})((?:,v1=[0-9a-f]{64})+)$/;

/** The header's value for a body that is sent at this time (Unix time in seconds). */
export const signatureOf = (secret: string, timestamp: number, rawBody: string): string =>
  `t=${timestamp},v1=${digest(secret, timestamp, rawBody).toString('hex')}`;

/**
 * Why the header does not hold for this body, or undefined where it does: one of its signatures is made with one
 * of the secrets over exactly these bytes, at a time near `now` (milliseconds).
 */
export function signatureError(
  header: unknown,
  rawBody: string,
  secrets: readonly string[],
  now: number,
): 'bad-signature' | 'stale-signature' | undefined {
  const found = typeof header === 'string' ? form.exec(header) : null;
  if (found === null) return 'bad-signature';
  const timestamp = Number(found[1]);
  const given = found[2]!
    .split(',v1=')
    .slice(1, 1 + maxSignatures)
    .map((hex) => Buffer.from(hex, 'hex'));
  const right = secrets
    .map((secret) => digest(secret, timestamp, rawBody))
    .some((expected) => given.some((signature) => timingSafeEqual(signature, expected)));
  if (!right) return 'bad-signature';
  return Math.abs(now / 1000 - timestamp) > toleranceSeconds ? 'stale-signature' : undefined;
}

const digest = (secret: string, timestamp: number, rawBody: string): Buffer =>
  createHmac('sha256', secret).update(`${timestamp}.${rawBody}`).digest();
