import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { AuthenticationGuard } from '../auth/authentication.guard.js';
import { mintToken } from '../auth/mint-token.js';
import { OpenRoute } from '../auth/open-route.js';
import { openTokenVerifier, TokenVerifier } from '../auth/token-verifier.js';
import { OperationsModule } from '../operations/operations.module.js';
import { Readiness } from '../operations/readiness.js';
import { createHttpApp } from './create-http-app.js';
import { ProblemError } from './problem.js';

class Part {
  @IsString()
  name: string;
}

class Thing {
  @IsInt({ message: 'a whole number' })
  @Min(0)
  amount: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => Part)
  parts?: Part[];
}

class Page {
  @Transform(({ value }: { value: string }) => (/^\d+$/.test(value) ? Number(value) : value))
  @IsInt()
  @Max(100)
  limit = 20;
}

class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

const faults: Record<string, () => Error> = {
  bug: () => new TypeError('secret internals of the system'),
  away: () => new EventStoreUnavailable('the log is away'),
  database: () => Object.assign(new Error('terminating connection'), { code: '57P01' }),
  refusal: () => new ProblemError(409, 'too-late', 'It is too late.', { facts: { since: 'noon' } }),
};

@OpenRoute()
@Controller()
class ThingsController {
  @Post('things')
  make(@Body() thing: Thing) {
    return { made: thing };
  }

  @Get('things')
  list(@Query() page: Page) {
    return page;
  }

  @Get('things/:id/fault')
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
  imports: [OperationsModule],
  controllers: [ThingsController, ClosedController],
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

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) =>
  app.inject({ method: 'POST', url: '/things', headers, body });

async function problemOf(answer: ReturnType<typeof post>) {
  const { statusCode, headers, body } = await answer;
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = JSON.parse(body) as {
    status: number;
    code: string;
    type: string;
    title: string;
    detail: string;
    instance: string;
    errors?: { pointer: string; code: string }[];
  };
  expect(problem).toMatchObject({ status: statusCode, type: `urn:problem:${problem.code}` });
  return { ...problem, headers, body };
}

describe('a body', () => {
  it('is handed on as it came', async () => {
    const { body } = await post('{"amount":1,"parts":[{"name":"lid"}]}');
    expect(JSON.parse(body)).toEqual({ made: { amount: 1, parts: [{ name: 'lid' }] } });
    expect((await post('{"amount":1}')).body).toBe('{"made":{"amount":1}}');
  });

  it.each([
    ['{"amount":1,"colour":"red"}', '/colour', 'unknown-field'],
    ['{"amount":1,"a/b~c":0}', '/a~1b~0c', 'unknown-field'],
    ['{}', '/amount', 'required'],
    ['', '/amount', 'required'],
    ['{"amount":"1"}', '/amount', 'not-a-whole-number'],
    ['{"amount":1.5}', '/amount', 'not-a-whole-number'],
    ['{"amount":1e400}', '/amount', 'not-a-whole-number'],
    ['{"amount":-1}', '/amount', 'out-of-range'],
    ['{"amount":null}', '/amount', 'not-a-whole-number'],
    ['{"amount":1,"parts":{"0":{"name":"lid"}}}', '/parts', 'wrong-type'],
    ['{"amount":1,"parts":[[{"name":"lid"}]]}', '/parts', 'wrong-type'],
    ['{"amount":1,"parts":[null]}', '/parts', 'wrong-type'],
    ['{"amount":1,"parts":[{"name":"lid"},{"name":7}]}', '/parts/1/name', 'wrong-type'],
    ['{"amount":1,"parts":[{"name":"lid","size":1}]}', '/parts/0/size', 'unknown-field'],
    ['{"amount":1,"parts":[{},{},{},{}]}', '/parts', 'too-many'],
    ['{"amount":1,"hasOwnProperty":1}', '', 'unknown-field'],
    ['{"amount":1,"toString":1}', '', 'unknown-field'],
    ['[]', '', 'wrong-type'],
    ['5', '', 'wrong-type'],
    ['"amount"', '', 'wrong-type'],
  ])('%s is refused at %j as %s', async (body, pointer, code) => {
    const problem = await problemOf(post(body));
    expect(problem).toMatchObject({ status: 422, code: 'invalid-body', instance: '/things' });
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it.each([
    '{"amount":',
    '{amount:1}',
    '{"amount":NaN}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{}}}',
  ])('%s is no JSON that is taken', async (body) => {
    expect(await problemOf(post(body))).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  it('is answered shortly, however much is wrong with it', async () => {
    const parts = Array.from({ length: 60_000 }, () => '{}').join(',');
    const problem = await problemOf(post(`{"amount":1,"parts":[${parts}]}`));
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/parts', code: 'too-many' })]);
    const deep = await problemOf(post(`{"amount":1,"parts":${'['.repeat(50_000)}${']'.repeat(50_000)}}`));
    expect(deep.errors).toEqual([expect.objectContaining({ code: 'too-deep' })]);
    const long = await problemOf(post(`{"amount":1,"${'x'.repeat(100_000)}":1}`));
    expect(long.body.length).toBeLessThan(1000);
  });

  it('of more than 256 KiB is too large', async () => {
    const body = `{"amount":1,"name":"${'x'.repeat(256 * 1024)}"}`;
    expect(await problemOf(post(body))).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'as %s is not taken',
    async (type) => {
      const problem = await problemOf(post('amount=1', { 'content-type': type }));
      expect(problem).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    },
  );

  it('that is empty counts as none, whatever its media type', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' };
    for (const headers of [{}, json, form])
      expect(await problemOf(post('', headers))).toMatchObject({ status: 422, code: 'invalid-body' });
  });
});

describe('an address', () => {
  it('has its query read by the rules of its class', async () => {
    expect((await app.inject('/things?limit=7')).json()).toEqual({ limit: 7 });
    expect((await app.inject('/things')).json()).toEqual({ limit: 20 });
  });

  it.each([
    ['limit=many', '/limit', 'not-a-whole-number'],
    ['limit=1.5', '/limit', 'not-a-whole-number'],
    ['limit=', '/limit', 'not-a-whole-number'],
    ['limit=1&limit=2', '/limit', 'not-a-whole-number'],
    ['limit=101', '/limit', 'out-of-range'],
    ['colour=red', '/colour', 'unknown-field'],
    ['constructor=red', '', 'unknown-field'],
  ])('with ?%s is refused at %j as %s', async (query, pointer, code) => {
    const problem = await problemOf(app.inject(`/things?${query}`));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-query', instance: '/things' });
    expect(problem.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('that nothing is served at is 404, with a wrong method 405 and what is allowed', async () => {
    expect(await problemOf(app.inject('/nowhere'))).toMatchObject({ status: 404, code: 'no-such-path' });
    const wrongMethod = await problemOf(app.inject({ method: 'DELETE', url: '/things?limit=1' }));
    expect(wrongMethod).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(wrongMethod.headers.allow?.toString().split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
    const post = await problemOf(app.inject({ method: 'POST', url: '/things/7/fault', body: {} }));
    expect(post).toMatchObject({ status: 405 });
  });

  it('that cannot be read is a problem, too', async () => {
    expect(await problemOf(app.inject('/things/%zz/fault'))).toMatchObject({ status: 400 });
    expect(await problemOf(app.inject(`/things/${'x'.repeat(200)}/fault`))).toMatchObject({ status: 414 });
  });
});

describe('a fault', () => {
  it('in the system is a 500 that tells nothing of it', async () => {
    const problem = await problemOf(app.inject('/things/7/fault?of=bug'));
    expect(problem).toMatchObject({ status: 500, code: 'internal-error' });
    expect(problem.body).not.toContain('internals');
  });

  it.each(['away', 'database'])('of an engine (%s) is a 503 that invites to try again', async (of) => {
    const problem = await problemOf(app.inject(`/things/7/fault?of=${of}`));
    expect(problem).toMatchObject({ status: 503, code: 'temporarily-unavailable' });
    expect(problem.headers['retry-after']).toBe('1');
  });

  it('that was meant is answered as it was thrown', async () => {
    expect(await problemOf(app.inject('/things/7/fault?of=refusal'))).toMatchObject({
      status: 409,
      code: 'too-late',
      title: 'Too late',
      detail: 'It is too late.',
      since: 'noon',
    });
  });
});

describe('a route that is not open', () => {
  it('needs a token', async () => {
    const problem = await problemOf(app.inject('/closed'));
    expect(problem).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(problem.headers['www-authenticate']).toBe('Bearer');
  });

  it('refuses a token that does not hold', async () => {
    const problem = await problemOf(app.inject({ url: '/closed', headers: { authorization: 'Bearer abc' } }));
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
    const problem = await problemOf(app.inject('/readyz'));
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
