import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultPolicy, roles } from '@app/ordering';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder } from '../testing/orders.js';
import { policyTermsExample } from './policy-terms.dto.js';
import { innerTerms } from './terms-for.js';

let api: Api;
let sellerId: string;
let path: string;
let seller: string;
beforeAll(async () => {
  api = await apiUnderTest();
});
beforeEach(() => {
  sellerId = unique('seller');
  path = `/sellers/${sellerId}/policy`;
  seller = `seller:${sellerId}`;
});
afterAll(() => api.stop());

const { version: _, ...defaults } = defaultPolicy;

describe("a seller's policy", () => {
  it('is the default at first', async () => {
    const { status, headers, body } = await api.get(path, { as: seller });
    expect({ status, body }).toEqual({ status: 200, body: { sellerId, version: 0, terms: defaults } });
    expect(headers.etag).toBe('"0"');
  });

  it('is set by the seller, with the defaults for what is left out', async () => {
    const { status, headers, body } = await api.put(path, policyTermsExample, { as: seller });
    const terms = { ...defaults, ...policyTermsExample };
    expect({ status, body }).toEqual({ status: 200, body: { sellerId, version: 1, terms } });
    expect(headers.etag).toBe('"1"');
    expect((await api.get(path, { as: seller })).body).toEqual(body);
  });

  it('is what the next order is placed under, as the order shows', async () => {
    const before = await placeOrder(api, { sellerId });
    await api.put(path, { holdMinutes: 60 }, { as: seller });
    const after = await placeOrder(api, { sellerId });
    const policyOf = async (order: { path: string }) =>
      (await api.get(order.path, { as: seller })).body.policy;
    expect(await policyOf(before)).toEqual(defaultPolicy);
    expect(await policyOf(after)).toEqual({ ...defaultPolicy, holdMinutes: 60, version: `${sellerId}/1` });
  });

  it.each(roles)('is read by a %s', async (role) => {
    const { status, body } = await api.get(path, { as: `${role}:somebody` });
    expect(status).toBe(200);
    const all = ['service', 'platform', 'analyst'].includes(role);
    const open = Object.entries(defaults).filter(([term]) => !innerTerms.some((inner) => inner === term));
    expect(body.terms).toEqual(all ? defaults : Object.fromEntries(open));
  });

  it.each(roles)('is set for the seller by a %s, or not', async (role) => {
    const { status, body } = await api.put(path, {}, { as: `${role}:somebody` });
    const may = role === 'service' || role === 'platform';
    expect(status).toBe(may ? 200 : 403);
    if (!may) expect(body).toMatchObject({ code: 'role-not-allowed' });
  });

  it('is not changed twice by a request that is sent again', async () => {
    const headers = { 'idempotency-key': unique('key') };
    const first = await api.put(path, { holdMinutes: 5 }, { as: seller, headers });
    await api.put(path, { holdMinutes: 10 }, { as: seller });
    const again = await api.put(path, { holdMinutes: 5 }, { as: seller, headers });
    expect([again.status, again.body, again.headers.etag]).toEqual([200, first.body, '"1"']);
    expect(await api.put(path, { holdMinutes: 6 }, { as: seller, headers })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('is not changed by somebody who has not seen the last change', async () => {
    const seen = { as: seller, headers: { 'if-match': '"0"' } };
    expect(await api.put(path, { holdMinutes: 5 }, seen)).toMatchObject({ status: 200 });
    expect(await api.put(path, {}, seen)).toMatchObject({ status: 412, body: { code: 'revision-mismatch' } });
  });

  it('tells what is wrong with it, and where', async () => {
    const calendar = { ...defaults.calendar, zone: 'Mars/Crater' };
    expect(await api.put(path, { calendar }, { as: seller })).toMatchObject({
      status: 422,
      body: { code: 'bad-calendar', errors: [{ pointer: '/calendar/zone' }] },
    });
    const bad = await api.put(path, { holdMinutes: 'long', colour: 'red' }, { as: seller });
    expect(bad.status).toBe(422);
    expect((bad.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/colour',
      '/holdMinutes',
    ]);
  });

  it('takes lists as long as it says that it does', async () => {
    const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const terms = {
      nonReturnableProducts: Array.from({ length: 1000 }, (_, index) => `p-${index}`),
      calendar: { ...defaults.calendar, holidays: Array.from({ length: 366 }, (_, index) => day(index)) },
    };
    expect(await api.put(path, terms, { as: seller })).toMatchObject({ status: 200, body: { terms } });
  });

  it('keeps all its versions, for those whose it is', async () => {
    await api.put(path, { holdMinutes: 5 }, { as: seller });
    const refundBusinessDays = { ...defaults.refundBusinessDays, card: 5 };
    await api.put(path, { platformFeeBasisPoints: 100, refundBusinessDays }, { as: 'platform:staff' });
    const { body } = await api.get(`${path}/versions`, { as: seller });
    expect(body).toMatchObject([
      { version: 1, by: { role: 'seller', id: sellerId }, terms: { holdMinutes: 5 } },
      {
        version: 2,
        by: { role: 'platform', id: 'staff' },
        terms: { platformFeeBasisPoints: 100, refundBusinessDays },
      },
    ]);
    expect(await api.get(`${path}/versions`, { as: 'seller:other' })).toMatchObject({ status: 404 });
    expect(await api.get(`${path}/versions`, { as: 'buyer:ayu' })).toMatchObject({ status: 403 });
  });

  it('is for nobody without a token, and of nobody without an id', async () => {
    expect(await api.get(path, { as: null })).toMatchObject({ status: 401 });
    expect(await api.get('/sellers/a%00b/policy')).toMatchObject({
      status: 404,
      body: { code: 'account-not-found' },
    });
  });
});
