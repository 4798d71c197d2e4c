import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemIn } from '../testing/problem-in.js';
import { ThingsModule } from '../testing/things.module.js';
import { createHttpApp } from './create-http-app.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(ThingsModule, { LOG_LEVEL: 'silent' });
  await app.init();
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) =>
  app.inject({ method: 'POST', url: '/things', headers, body });

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
    const problem = await problemIn(post(body));
    expect(problem).toMatchObject({ status: 422, code: 'invalid-body', instance: '/things' });
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it.each(['{"amount":', '{amount:1}', '{"amount":NaN}'])('%s is no JSON', async (body) => {
    const detail = 'The body is not JSON that can be read.';
    expect(await problemIn(post(body))).toMatchObject({ status: 400, code: 'malformed-json', detail });
  });

  it.each(['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}'])(
    '%s has a name that is not allowed',
    async (body) => {
      const detail = expect.stringMatching(/^No field may be named /);
      expect(await problemIn(post(body))).toMatchObject({ status: 400, code: 'malformed-json', detail });
      const indonesian = await problemIn(post(body, { ...json, 'accept-language': 'id' }));
      expect(indonesian.detail).toMatch(/^Isian tidak boleh bernama /);
    },
  );

  it('is answered shortly, however much is wrong with it', async () => {
    const parts = Array.from({ length: 60_000 }, () => '{}').join(',');
    const problem = await problemIn(post(`{"amount":1,"parts":[${parts}]}`));
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/parts', code: 'too-many' })]);
    const deep = await problemIn(post(`{"amount":1,"parts":${'['.repeat(50_000)}${']'.repeat(50_000)}}`));
    expect(deep.errors).toEqual([expect.objectContaining({ code: 'too-deep' })]);
    const long = await problemIn(post(`{"amount":1,"${'x'.repeat(100_000)}":1}`));
    expect(long.text.length).toBeLessThan(1000);
  });

  it('of more than 256 KiB is too large', async () => {
    const body = `{"amount":1,"name":"${'x'.repeat(256 * 1024)}"}`;
    expect(await problemIn(post(body))).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'as %s is not taken',
    async (type) => {
      const problem = await problemIn(post('amount=1', { 'content-type': type }));
      expect(problem).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    },
  );

  it('that is empty counts as none, whatever its media type', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' };
    for (const headers of [{}, json, form])
      expect(await problemIn(post('', headers))).toMatchObject({ status: 422, code: 'invalid-body' });
  });
});

describe('a query', () => {
  it('is read by the rules of its class', async () => {
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
  ])('?%s is refused at %j as %s', async (query, pointer, code) => {
    const problem = await problemIn(app.inject(`/things?${query}`));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-query', instance: '/things' });
    expect(problem.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('is told which parameter is there twice', async () => {
    const detail = 'This parameter is there more than once. Send it once.';
    const problem = await problemIn(app.inject('/things?limit=1&limit=2'));
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/limit', detail })]);
    const unknown = await problemIn(app.inject('/things?colour=1&colour=2'));
    expect(unknown.errors).toEqual([expect.objectContaining({ pointer: '/colour', code: 'unknown-field' })]);
    expect(unknown.detail).toContain('There is no such field.');
  });
});
