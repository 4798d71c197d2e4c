import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';
import { noticePreferencesExample as example } from './notice-preferences.dto.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest({ workersRun: false })));
afterAll(() => api.stop());

const pathOf = (role: string, id: string): string => `/${role}s/${id}/notice-preferences`;

describe.each(['buyer', 'seller'])('the notice preferences of a %s', (role) => {
  it('are the defaults until something is chosen, and then that', async () => {
    const id = unique(role);
    const as = `${role}:${id}`;
    expect(await api.get(pathOf(role, id), { as })).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { version: 0, language: 'en', timeZone: 'Asia/Jakarta', inbox: true, email: true, kinds: [] },
    });
    const chosen = await api.put(pathOf(role, id), example, { as });
    expect(chosen).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { ...example, version: 1 } });
    expect((await api.get(pathOf(role, id), { as })).body).toEqual({
      ...example,
      timeZone: 'Asia/Jakarta',
      version: 1,
    });
  });

  it('are not overwritten by whoever saw another version', async () => {
    const id = unique(role);
    const put = (tag: string) => api.put(pathOf(role, id), example, { headers: { 'if-match': tag } });
    expect(await put('"0"')).toMatchObject({ status: 200 });
    expect(await put('"0"')).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    expect(await put('"1"')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await put('"999999999999999"')).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    expect(await put('W/"2"')).toMatchObject({ status: 400, body: { code: 'malformed-header' } });
  });

  it('are shown to, and chosen by, their owner and those who serve all', async () => {
    const other = role === 'buyer' ? 'seller' : 'buyer';
    const statuses: Record<string, number> = {
      [`${role}:ayu`]: 200,
      [`${role}:stranger`]: 404,
      [`${other}:ayu`]: 403,
      'service:shop': 200,
      'platform:staff': 200,
      // A mail address is nothing for statistics.
      'analyst:data': 403,
      'carrier:jne': 403,
      'payments:psp': 403,
    };
    for (const [as, status] of Object.entries(statuses)) {
      expect({ as, ...(await api.get(pathOf(role, 'ayu'), { as })) }).toMatchObject({ as, status });
      expect({ as, ...(await api.put(pathOf(role, 'ayu'), example, { as })) }).toMatchObject({ as, status });
    }
    expect(await api.get(pathOf(role, 'ayu'), { as: null })).toMatchObject({ status: 401 });
  });

  it.each([
    [{ language: 'jv' }, '/language'],
    [{ emailAddress: 'ayu' }, '/emailAddress'],
    [{ emailAddress: 'a@mail.example\r\nBcc: b@mail.example' }, '/emailAddress'],
    [{ emailAddress: `${'a'.repeat(250)}@mail.example` }, '/emailAddress'],
    [{ inbox: 'yes' }, '/inbox'],
    [{ kinds: [{ kind: 'weather', inbox: true, email: true }] }, '/kinds/0/kind'],
    [{ kinds: [example.kinds[0], example.kinds[0]] }, '/kinds'],
    [{ version: 'three' }, '/version'],
  ])('cannot be %j', async (wrong, pointer) => {
    const answer = await api.put(pathOf(role, 'ayu'), { ...example, ...wrong });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-body', errors: [{ pointer }] } });
  });
});
