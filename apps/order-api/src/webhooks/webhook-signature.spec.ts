import { describe, expect, it } from '@jest/globals';
import { signatureError, signatureOf } from './webhook-signature.js';

const secret = 'a webhook secret of 32 characters';
const body = '{"id":"evt-1"}';
const time = 1767603600;
const header = `t=${time},v1=53187b5bd676d87742612df0ef4eac25169a93d49efa751e43a61779aae6d273`;
const other = 'another secret, of the same length';

const errorOf = (given: unknown, changes: { body?: string; secrets?: string[]; late?: number } = {}) =>
  signatureError(
    given,
    changes.body ?? body,
    changes.secrets ?? [secret],
    (time + (changes.late ?? 0)) * 1000,
  );

describe('a signature', () => {
  // printf '1767603600.{"id":"evt-1"}' | openssl dgst -sha256 -hmac 'a webhook secret of 32 characters'
  it('is what openssl makes of the same', () => {
    expect(signatureOf(secret, time, body)).toBe(header);
    expect(errorOf(header)).toBeUndefined();
  });

  it('holds for five minutes either way', () => {
    for (const late of [300, -300]) expect(errorOf(header, { late })).toBeUndefined();
    for (const late of [301, -301]) expect(errorOf(header, { late })).toBe('stale-signature');
  });

  it('holds for exactly these bytes', () => {
    for (const changed of ['{"id": "evt-1"}', '{"id":"evt-2"}', '', `${body}\n`])
      expect(errorOf(header, { body: changed })).toBe('bad-signature');
    expect(errorOf(header.replace(String(time), String(time + 1)))).toBe('bad-signature');
  });

  it('may be made with any of the secrets, and may be one of several', () => {
    expect(errorOf(header, { secrets: [other, secret] })).toBeUndefined();
    expect(errorOf(header, { secrets: [other] })).toBe('bad-signature');
    expect(errorOf(header, { secrets: [] })).toBe('bad-signature');
    const [, made] = signatureOf(other, time, body).split(',');
    expect(errorOf(header.replace(',v1', `,${made},v1`))).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    'v1=00',
    `t=${time}`,
    header.toUpperCase(),
    `${header} `,
    [header],
    `${header},v0=1`,
  ])('is not %j', (given) => expect(errorOf(given)).toBe('bad-signature'));
});
