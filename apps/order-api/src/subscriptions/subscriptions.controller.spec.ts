import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@app/ordering';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';
import { webhookExample } from './subscription.dto.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest({ workersRun: false })));
afterAll(() => api.stop());

describe('webhooks', () => {
  it('are made with a secret that is shown once, listed, and removed', async () => {
    const as = `service:${unique('shop')}`;
    const made = await api.post('/webhook-subscriptions', webhookExample, { as });
    expect(made).toMatchObject({
      status: 201,
      body: { ...webhookExample, secret: expect.stringMatching(/^whsec_/), ownerId: as.split(':')[1] },
    });
    const { secret: _, ...webhook } = made.body;
    expect(await api.get('/webhook-subscriptions', { as })).toMatchObject({ status: 200, body: [webhook] });
    expect((await api.get('/webhook-subscriptions', { as })).text).not.toContain('whsec_');
    expect(await api.delete(`/webhook-subscriptions/${String(webhook.id)}`, { as })).toMatchObject({
      status: 204,
      text: '',
    });
    expect(await api.get('/webhook-subscriptions', { as })).toMatchObject({ status: 200, text: '[]' });
  });

  it('are one for each address of a service', async () => {
    const as = `service:${unique('shop')}`;
    const add = () => api.post('/webhook-subscriptions', webhookExample, { as });
    expect([(await add()).status, (await add()).body.code]).toEqual([201, 'webhook-exists']);
  });

  it('are their owner’s, and the platform’s', async () => {
    const [owner, other] = [`service:${unique('shop')}`, `service:${unique('other')}`];
    const { id } = (await api.post('/webhook-subscriptions', webhookExample, { as: owner })).body;
    expect((await api.get('/webhook-subscriptions', { as: other })).text).toBe('[]');
    expect((await api.get('/webhook-subscriptions', { as: 'platform:staff' })).text).toContain(String(id));
    for (const unknown of [String(id), '00000000-0000-4000-8000-000000000000', 'none'])
      expect(await api.delete(`/webhook-subscriptions/${unknown}`, { as: other })).toMatchObject({
        status: 404,
        body: { code: 'webhook-not-found' },
      });
    expect(await api.delete(`/webhook-subscriptions/${String(id)}`, { as: 'platform:staff' })).toMatchObject({
      status: 204,
    });
  });

  it.each(roles.filter((role) => role !== 'service' && role !== 'platform'))(
    'are nothing for a %s',
    async (role) => {
      const as = `${role}:ayu`;
      const answers = [
        await api.post('/webhook-subscriptions', webhookExample, { as }),
        await api.get('/webhook-subscriptions', { as }),
        await api.delete('/webhook-subscriptions/none', { as }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    },
  );

  it.each([
    [{ url: 'ftp://shop.example' }, '/url'],
    [{ url: 'https://name:password@shop.example' }, '/url'],
    [{ url: 'shop.example' }, '/url'],
    [{ eventTypes: [] }, '/eventTypes'],
    [{ eventTypes: ['orders.status.lost.v1'] }, '/eventTypes'],
    [{ sellerId: 'a b' }, '/sellerId'],
    [{ secret: 'mine' }, '/secret'],
  ])('cannot be %j', async (wrong, pointer) => {
    const answer = await api.post('/webhook-subscriptions', { ...webhookExample, ...wrong });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});
