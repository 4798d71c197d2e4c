import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Query } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthenticationGuard } from '../auth/authentication.guard.js';
import { mintToken } from '../auth/mint-token.js';
import { OpenRoute } from '../auth/open-route.js';
import { openTokenVerifier, TokenVerifier } from '../auth/token-verifier.js';
import { Readiness } from '../operations/readiness.js';
import { problemIn } from '../testing/problem-in.js';
import { ThingsModule } from '../testing/things.module.js';
import { createHttpApp } from './create-http-app.js';
import { ProblemError } from './problem.js';

/** Errors of the event log's library, which this one does not know. */
const named = (name: string) => Object.assign(new Error('the user "ayu" is refused'), { name });

const faults: Record<string, () => Error> = {
  bug: () => new TypeError('secret internals of the system'),
  away: () => named('EventStoreUnavailable'),
  login: () => named('EventStoreLoginRefused'),
  right: () => named('EventStoreRightMissing'),
  log: () => named('LogMismatch'),
  history: () => Object.assign(named('StreamDamaged'), { stream: 'coupon-toko/C-1', revision: 3 }),
  database: () => Object.assign(new Error('terminating connection'), { code: '57P01' }),
  connection: () => new Error('Connection terminated unexpectedly'),
  socket: () => Object.assign(new Error('connect ENOENT'), { code: 'ENOENT', syscall: 'connect' }),
  refusal: () =>
    new ProblemError(409, 'too-late', { key: 'problem.order-not-paid' }, { facts: { since: 'noon' } }),
};

@OpenRoute()
@Controller('faults')
class FaultsController {
  @Get(':id')
  fail(@Query('of') of: string) {
    throw faults[of]!();
  }
}

@Controller('closed')
class ClosedController {
  @Get()
  inside() {
    return { inside: true };
  }
}

const secret = 's'.repeat(32);

@Module({
  imports: [ThingsModule],
  controllers: [FaultsController, ClosedController],
  providers: [
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    {
      provide: TokenVerifier,
      useFactory: () => openTokenVerifier({ AUTH_SECRET: secret, DATA_DIR: '.' }, ['buyer']),
    },
  ],
})
class TestModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(TestModule, { LOG_LEVEL: 'silent' });
  await app.init();
});
afterAll(() => app.close());

describe('an address', () => {
  it('that nothing is served at is 404, with a wrong method 405 and what is allowed', async () => {
    expect(await problemIn(app.inject('/nowhere'))).toMatchObject({ status: 404, code: 'no-such-path' });
    const wrongMethod = await problemIn(app.inject({ method: 'DELETE', url: '/things?limit=1' }));
    expect(wrongMethod).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(wrongMethod.headers.allow?.toString().split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
    const post = await problemIn(app.inject({ method: 'POST', url: '/faults/7', body: {} }));
    expect(post).toMatchObject({ status: 405 });
  });

  it('that cannot be read is a problem, too', async () => {
    expect(await problemIn(app.inject('/faults/%zz'))).toMatchObject({ status: 400 });
    expect(await problemIn(app.inject(`/faults/${'x'.repeat(200)}`))).toMatchObject({ status: 414 });
  });
});

describe('a fault', () => {
  it('in the system is a 500 that tells nothing of it', async () => {
    const problem = await problemIn(app.inject('/faults/7?of=bug'));
    expect(problem).toMatchObject({ status: 500, code: 'internal-error' });
    expect(problem.text).not.toContain('internals');
  });

  it.each(['away', 'login', 'right', 'log', 'database', 'connection', 'socket'])(
    'of an engine (%s) is a 503 that invites to try again',
    async (of) => {
      const problem = await problemIn(app.inject(`/faults/7?of=${of}`));
      expect(problem).toMatchObject({ status: 503, code: 'temporarily-unavailable' });
      expect(problem.headers['retry-after']).toBe('1');
    },
  );

  it('of a history names it, and what is wrong with it to nobody', async () => {
    const problem = await problemIn(app.inject('/faults/7?of=history'));
    expect(problem).toMatchObject({
      status: 409,
      code: 'coupon-history-damaged',
      detail:
        'The history of the coupon toko/C-1 cannot be read from event 3 on, so nothing can be done with it now. ' +
        'We have been told, and see to it.',
    });
    expect(problem.text).not.toContain('ayu');
  });

  it('that was meant is answered as it was thrown', async () => {
    expect(await problemIn(app.inject('/faults/7?of=refusal'))).toMatchObject({
      status: 409,
      code: 'too-late',
      title: 'Not possible now',
      detail: 'This order has to be paid first.',
      since: 'noon',
    });
  });
});

describe('a route that is not open', () => {
  it('needs a token', async () => {
    const problem = await problemIn(app.inject('/closed'));
    expect(problem).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(problem.headers['www-authenticate']).toBe('Bearer');
  });

  it('refuses a token that does not hold', async () => {
    const problem = await problemIn(app.inject({ url: '/closed', headers: { authorization: 'Bearer abc' } }));
    expect(problem).toMatchObject({ status: 401 });
    expect(problem.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  it('lets the bearer of a valid token in', async () => {
    const token = await mintToken(secret, { sub: 'ayu', role: 'buyer', ttl: '1m' });
    const { statusCode } = await app.inject({
      url: '/closed',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(statusCode).toBe(200);
  });
});

describe('correlation', () => {
  const idOf = async (given?: string) =>
    (await app.inject({ url: '/nowhere', headers: given === undefined ? {} : { 'x-correlation-id': given } }))
      .headers['x-correlation-id'];

  it('keeps the id that a caller sends', async () => {
    expect(await idOf('checkout-17:a')).toBe('checkout-17:a');
  });

  it('makes one where there is none that can be taken', async () => {
    for (const given of [undefined, '', 'two words', 'x'.repeat(129)])
      expect(await idOf(given)).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('operations', () => {
  it('tell that the process is alive, and ready as long as nothing fails', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' });
    const readiness = app.get(Readiness);
    readiness.add('database', () => Promise.reject(new Error('away')));
    readiness.add('log', () => Promise.resolve());
    const problem = await problemIn(app.inject('/readyz'));
    expect(problem).toMatchObject({ status: 503, code: 'not-ready', failing: ['database'] });
    readiness.add('database', () => Promise.resolve());
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  it('count requests by route and status', async () => {
    await app.inject('/things?limit=0');
    const { body, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/things",status="200"}');
    expect(body).toContain('process_cpu_seconds_total');
  });
});

it('every answer says in which language it is', async () => {
  const answer = async (language?: string, url = '/healthz') => {
    const headers = language === undefined ? {} : { 'accept-language': language };
    const { 'content-language': said, vary } = (await app.inject({ url, headers })).headers;
    return [said, vary];
  };
  expect(await answer()).toEqual(['en', 'accept-language']);
  expect(await answer('id-ID,en;q=0.5')).toEqual(['id', 'accept-language']);
});

describe('a problem', () => {
  it.each([
    ['/nowhere', 404],
    ['/faults/%zz', 400],
    [`/faults/${'x'.repeat(200)}`, 414],
    ['/closed', 401],
    ['/faults/7?of=bug', 500],
    ['/faults/7?of=away', 503],
    ['/faults/7?of=history', 409],
    ['/faults/7?of=refusal', 409],
    ['/things?limit=many&colour=red', 400],
  ])('of %s is said in the language of who asked, with the same code', async (url, status) => {
    const said = (language: string) =>
      problemIn(app.inject({ url, headers: { 'accept-language': language } }));
    const [english, indonesian] = [await said('en'), await said('id')];
    expect(indonesian).toMatchObject({ status, code: english.code });
    expect(indonesian.headers).toMatchObject({ 'content-language': 'id', vary: 'accept-language' });
    for (const words of ['title', 'detail'] as const) expect(indonesian[words]).not.toBe(english[words]);
    const { errors = [] } = english;
    expect(indonesian.errors?.map(({ pointer, code }) => [pointer, code]) ?? []).toEqual(
      errors.map(({ pointer, code }) => [pointer, code]),
    );
    for (const [index, { detail }] of errors.entries())
      expect(indonesian.errors![index]!.detail).not.toBe(detail);
  });
});
