import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { createOrderExample } from '../commands/routes/placement.js';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const delay = { cause: 'weather', newEstimate: '2030-02-03' };
const voucher = { kind: 'voucher', amount: 2_500_000 };

/** An order that is on its way. */
async function underway(): Promise<MadeOrder> {
  const order = await placeOrder(api);
  for (const name of ['pay', 'confirm', 'ship'] as const)
    await take(api, order, [name, commandRoutes[name].example as object]);
  return order;
}

const offer = (order: MadeOrder, offered: object, as = order.seller) =>
  api.post(`${order.path}/report-delay`, { ...delay, offer: offered }, { as });

const vouchersOf = async ({ path, buyer }: MadeOrder) =>
  (await api.get(path, { as: buyer })).body.vouchers as { code: string; validUntil: string }[];

const idOf = (account: string): string => account.slice(account.indexOf(':') + 1);

const quote = async ({ seller }: MadeOrder, buyer: string, code: string) => {
  const lines = createOrderExample.lines.map(({ title: _title, variant: _variant, ...line }) => line);
  const cart = { buyerId: idOf(buyer), sellerId: idOf(seller), currency: 'IDR', lines, shippingFee: 0 };
  return (await api.post('/quotes', { ...cart, couponCodes: [code] })).body;
};

describe('a voucher that is offered for a delay', () => {
  it('works at once, in a quote of its buyer and in no other (M16)', async () => {
    const order = await underway();
    expect(await offer(order, voucher)).toMatchObject({ status: 200 });
    const [issued] = await vouchersOf(order);
    expect(issued).toMatchObject({ amount: 2_500_000, currency: 'IDR', paidBy: 'seller', reason: 'delay' });
    expect(await quote(order, order.buyer, issued!.code)).toMatchObject({
      discounts: [{ code: issued!.code, amount: 2_500_000 }],
      declined: [],
    });
    expect(await quote(order, 'buyer:another', issued!.code)).toMatchObject({
      discounts: [],
      declined: [{ coupon: issued!.code, code: 'coupon-not-yours' }],
    });
  });

  it('is named to its buyer with code, amount and until when, in their language (M16)', async () => {
    const order = await underway();
    await offer(order, voucher);
    const { code } = (await vouchersOf(order))[0]!;
    const notices = async (language: string): Promise<string> => {
      const headers = { 'accept-language': language };
      return (await api.get(`/buyers/${idOf(order.buyer)}/notices`, { as: order.buyer, headers })).text;
    };
    await until('the notice is there', async () => (await notices('en')).includes(code));
    const { body } = await api.get(order.path, { as: order.buyer, headers: { 'accept-language': 'id' } });
    const { timeline } = body as { timeline: { type: string; buyerLabel: string }[] };
    expect(timeline.find(({ type }) => type === 'VoucherIssued')?.buyerLabel).toMatch(
      new RegExp(`^Kamu mendapat voucher Rp\\s?25\\.000: ${code}, berlaku sampai `),
    );
  });

  it('is refused with a code that is made up, or of a coupon for others (M16)', async () => {
    const order = await underway();
    const path = `/sellers/${idOf(order.seller)}/coupons`;
    const benefit = { kind: 'amount', amount: voucher.amount };
    const coupon = { label: 'Sorry', currency: 'IDR', benefit, limit: 1 };
    const issue = (terms: object) => api.post(path, { ...coupon, ...terms }, { as: order.seller });
    await issue({ code: 'ALL' });
    await issue({ code: 'OTHERS', buyerId: 'another' });
    await issue({ code: 'THEIRS', buyerId: idOf(order.buyer) });
    for (const code of ['SORRY', 'ALL', 'OTHERS'])
      for (const query of ['', '?dryRun=true'])
        expect(
          await api.post(
            `${order.path}/report-delay${query}`,
            { ...delay, offer: { ...voucher, code } },
            { as: order.seller },
          ),
        ).toMatchObject({
          status: 422,
          body: { code: 'voucher-not-there', errors: [{ pointer: '/offer/code' }] },
        });
    expect(await offer(order, { ...voucher, code: 'THEIRS' })).toMatchObject({ status: 200 });
    expect(await vouchersOf(order)).toMatchObject([{ code: 'THEIRS' }]);
  });

  it('comes once, however often the command is sent (M16)', async () => {
    const order = await underway();
    const sent = { as: order.seller, headers: { 'idempotency-key': 'sorry-once' } };
    const body = { ...delay, offer: voucher };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.post(`${order.path}/report-delay`, body, sent)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await vouchersOf(order)).toHaveLength(1);
    await until('it is listed', async () => {
      const listed = (await api.get(`/sellers/${idOf(order.seller)}/coupons`)).body as unknown as object[];
      return listed.length === 1;
    });
  });
});

describe('goodwill', () => {
  it('may be a voucher, which the platform pays for (M16)', async () => {
    const order = await underway();
    const refund = { amount: 100_000, as: 'voucher' };
    expect(await api.post(`${order.path}/refund`, refund, { as: 'platform:staff' })).toMatchObject({
      status: 200,
    });
    expect(await vouchersOf(order)).toMatchObject([
      { amount: 100_000, paidBy: 'platform', reason: 'goodwill' },
    ]);
    expect((await api.get(order.path)).body).toMatchObject({ refunds: [], receipt: { refunded: 0 } });
  });
});
