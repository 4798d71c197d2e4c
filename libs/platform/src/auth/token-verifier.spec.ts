import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { mintToken } from './mint-token.js';
import { openTokenVerifier } from './token-verifier.js';

const secret = 'a-secret-that-is-long-enough-for-hs256';
const roles = ['buyer', 'service'];
const bySecret = () => openTokenVerifier({ AUTH_SECRET: secret, DATA_DIR: '.' }, roles);
const signed = (claims: Record<string, unknown>, key = secret, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
const inAnHour = Math.floor(Date.now() / 1000) + 3600;

describe('tokens signed with the shared secret', () => {
  it('tell who the bearer is, every time', async () => {
    const verifier = await bySecret();
    const token = await mintToken(secret, { sub: 'ayu', role: 'buyer', ttl: '15m' });
    expect(await verifier.verify(token)).toEqual({ id: 'ayu', role: 'buyer' });
    expect(await verifier.verify(token)).toEqual({ id: 'ayu', role: 'buyer' });
  });

  it.each([
    ['has expired', { sub: 'ayu', role: 'buyer', exp: 1 }],
    ['never expires', { sub: 'ayu', role: 'buyer' }],
    ['is not valid yet', { sub: 'ayu', role: 'buyer', exp: inAnHour, nbf: inAnHour - 60 }],
    ['names nobody', { role: 'buyer', exp: inAnHour }],
    ['names an empty subject', { sub: '', role: 'buyer', exp: inAnHour }],
    ['has no role', { sub: 'ayu', exp: inAnHour }],
    ['has an unknown role', { sub: 'ayu', role: 'admin', exp: inAnHour }],
    ['has a list of roles', { sub: 'ayu', role: ['buyer'], exp: inAnHour }],
  ])('are refused when one %s', async (_, claims) => {
    const verifier = await bySecret();
    await expect(verifier.verify(await signed(claims))).rejects.toMatchObject({ status: 401 });
  });

  it('are refused under another secret or algorithm, and unsigned', async () => {
    const verifier = await bySecret();
    const claims = { sub: 'ayu', role: 'buyer', exp: inAnHour };
    const unsigned = [{ alg: 'none' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const tokens = [
      await signed(claims, 'another-secret-that-is-long-enough!'),
      await signed(claims, secret.repeat(2), 'HS512'),
      `${unsigned.join('.')}.`,
      'no-token-at-all',
    ];
    for (const token of tokens) await expect(verifier.verify(token)).rejects.toMatchObject({ status: 401 });
  });

  it('hold no longer than they say, also when they are remembered', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const verifier = await bySecret();
      const token = await mintToken(secret, { sub: 'ayu', role: 'buyer', ttl: 30 });
      await verifier.verify(token);
      jest.advanceTimersByTime(31_000);
      await expect(verifier.verify(token)).rejects.toMatchObject({
        status: 401,
        message: 'The token has expired. Please sign in again.',
      });
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('tokens of an identity provider', () => {
  let server: Server | undefined;
  afterEach(() => new Promise((closed) => (server ? server.close(closed) : closed(undefined))));

  async function provider(status = 200) {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256' }];
    server = createServer((_, response) => response.writeHead(status).end(JSON.stringify({ keys })));
    await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
    const AUTH_JWKS_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    return {
      publicKey,
      privateKey,
      verifier: await openTokenVerifier({ AUTH_JWKS_URL, DATA_DIR: '.' }, roles),
    };
  }

  const token = (alg: string, kid: string, key: Parameters<SignJWT['sign']>[0]) =>
    new SignJWT({ role: 'service' })
      .setProtectedHeader({ alg, kid })
      .setSubject('shop')
      .setExpirationTime('1h')
      .sign(key);

  it('are checked by its public keys', async () => {
    const { verifier, privateKey } = await provider();
    expect(await verifier.verify(await token('ES256', 'key-1', privateKey))).toEqual({
      id: 'shop',
      role: 'service',
    });
  });

  it('are refused when no key of it signed them, or when the public key serves as a secret', async () => {
    const { verifier, publicKey } = await provider();
    const stranger = await generateKeyPair('ES256');
    const publicKeyAsSecret = new TextEncoder().encode(await exportSPKI(publicKey));
    for (const bad of [
      await token('ES256', 'key-1', stranger.privateKey),
      await token('ES256', 'key-2', stranger.privateKey),
      await token('HS256', 'key-1', publicKeyAsSecret),
    ])
      await expect(verifier.verify(bad)).rejects.toMatchObject({ status: 401 });
  });

  it('cannot be checked while its keys cannot be read, which is no fault of the bearer', async () => {
    const { verifier, privateKey } = await provider(500);
    const good = await token('ES256', 'key-1', privateKey);
    await expect(verifier.verify(good)).rejects.toMatchObject({ status: 503 });
    await new Promise((closed) => server!.close(closed));
    server = undefined;
    await expect(verifier.verify(good)).rejects.toMatchObject({ status: 503 });
  });
});
