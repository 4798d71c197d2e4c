import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { untilAnswer } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const shop = unique('shop');
const path = `/sellers/${shop}/shipments/import.csv`;

async function confirmed(sellerId = shop): Promise<MadeOrder> {
  const order = await placeOrder(api, { sellerId });
  await take(api, order, ['pay', commandRoutes.pay.example], ['confirm']);
  return order;
}

const send = (file: string | Buffer, headers: Record<string, string> = {}, as = `seller:${shop}`) =>
  api.post(path, file as string, { as, headers: { 'content-type': 'text/csv', ...headers } });
const packagesOf = async ({ id }: MadeOrder) =>
  (await api.engines.orderLog.history(id)).filter(({ event }) => event.type === 'PackageShipped').length;
const arranged = async ({ id }: MadeOrder) =>
  (await api.engines.orderLog.history(id)).flatMap(({ event }) =>
    event.type === 'PackageArranged' ? [event.data] : [],
  );

describe('a file of tracking numbers', () => {
  it('ships each row by itself and answers row by row, in whatever form a spreadsheet writes it (T25)', async () => {
    for (const [mark, separator, end] of [
      ['\ufeff', ';', '\r\n'],
      ['', ',', '\n'],
      ['', '\t', '\r\n'],
    ] as const) {
      const [one, unpaid, two] = [
        await confirmed(),
        await placeOrder(api, { sellerId: shop }),
        await confirmed(),
      ];
      const rows = [
        ['order_id', 'Carrier', 'tracking_number', 'recipient'],
        [one.id, 'jne', '="0034567890123456"', '"Ayu; Lestari, ""Bandung"""'],
        ['', '', '', ''],
        [unpaid.id, 'jne', 'J-2', ''],
        [two.id, 'sicepat', 'S-1', ''],
      ];
      const { status, body } = await send(mark + rows.map((row) => row.join(separator) + end).join(''));
      expect([status, body.results]).toMatchObject([
        200,
        [
          {
            row: 2,
            orderId: one.id,
            trackingNumber: '0034567890123456',
            status: 'accepted',
            answer: { status: 'InTransit' },
          },
          { row: 4, orderId: unpaid.id, status: 'refused', problem: { code: 'order-not-paid' } },
          { row: 5, orderId: two.id, status: 'accepted' },
        ],
      ]);
      expect(await arranged(one)).toMatchObject([
        { carrier: 'jne', trackingNumber: '0034567890123456', method: 'self' },
      ]);
    }
  });

  it('ships nothing twice when it comes again, as it was or with more rows (T25)', async () => {
    const [one, two] = [await confirmed(), await confirmed()];
    const header = 'order_id,carrier,tracking_number,line_id,quantity\n';
    const part = `${one.id},jne,J-1,line-1,1\n`;
    const first = await send(header + part);
    expect(first.body.results).toMatchObject([
      { status: 'accepted', answer: { status: 'PartiallyShipped' } },
    ]);
    const again = await Promise.all([1, 2, 3].map(() => send(header + part)));
    for (const { body } of again) expect(body).toEqual(first.body);
    await send(`${header}${two.id},jne,J-2,,\n${part}`);
    expect([await packagesOf(one), await packagesOf(two)]).toEqual([1, 1]);
  });

  it('makes one package of rows that differ in their lines alone (T25)', async () => {
    const order = await confirmed();
    const rows = ['line-1,1', 'line-2,2'].map(
      (line) => `${order.id},jne,J-7,PKG-7,platform,2030-01-30,TRUE,${line}`,
    );
    const header =
      'order_id,carrier,tracking_number,package_id,method,estimated_delivery,checklist_done,line_id,quantity';
    const { body } = await send([header, ...rows].join('\n'));
    expect(body.results).toMatchObject([
      { row: 2, status: 'accepted' },
      { row: 3, status: 'accepted' },
    ]);
    expect(await arranged(order)).toMatchObject([
      {
        packageId: 'PKG-7',
        method: 'platform',
        estimatedDelivery: '2030-01-30',
        checklistDone: true,
        units: [
          { lineId: 'line-1', quantity: 1 },
          { lineId: 'line-2', quantity: 2 },
        ],
      },
    ]);
  });

  it('may be an exported one that was filled in (T25)', async () => {
    const order = await confirmed();
    const file = `/sellers/${shop}/orders/export.csv?rows=lines&for=excel&separator=semicolon`;
    const { text } = await untilAnswer(
      () => api.get(file),
      (answer) => answer.text.includes(order.id),
    );
    const [header, ...lines] = text.trimEnd().split('\r\n');
    const own = lines.filter((line) => line.includes(order.id));
    expect(own).toHaveLength(2);
    const filled = [`${header};carrier;tracking_number`, ...own.map((line) => `${line};jne;J-9`)].join(
      '\r\n',
    );
    const { body } = await send(filled);
    expect(body.results).toMatchObject([{ status: 'accepted' }, { answer: { status: 'InTransit' } }]);
  });

  it('is answered as a file where one is asked for (T25)', async () => {
    const [order, others] = [await confirmed(), await confirmed(unique('other'))];
    const file = `order_id;carrier;tracking_number\n${order.id};jne;J-1\n${others.id};jne;J-2\n`;
    const answer = await send(file, { accept: 'text/csv', 'accept-language': 'id' });
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringMatching(/^text\/csv/) },
    });
    expect(parse(answer.text, { bom: true, columns: true, delimiter: ';' })).toMatchObject([
      { row: '2', order_id: order.id, result: 'accepted', order_status: 'InTransit', code: '' },
      { row: '3', result: 'refused', code: 'order-not-found', detail: 'Pesanan tidak ditemukan.' },
    ]);
  });
});

describe('a file with wrong cells', () => {
  it('ships nothing, and names every one of them in the reader’s language (T25)', async () => {
    const order = await confirmed();
    const file = [
      'order_id,carrier,tracking_number,quantity,line_id,estimated_delivery',
      `${order.id},jne,J-1,,,`,
      `${order.id},,J-2,,,`,
      'no id!,jne,3.45679E+15,,,',
      `${order.id},jne,J-3,two,,30/01/2030`,
    ].join('\n');
    const answer = await send(file);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'invalid-file',
        detail:
          'Nothing of this file was done: 3 rows are wrong. Row 3, carrier: This field is required. All are named in `errors`.',
      },
    });
    expect((answer.body.errors as { pointer: string; code: string }[]).map(({ pointer }) => pointer)).toEqual(
      [
        '/3/carrier',
        '/4/order_id',
        '/4/tracking_number',
        '/5/estimated_delivery',
        '/5/quantity',
        '/5/line_id',
      ],
    );
    const { body } = await send(file, { 'accept-language': 'id' });
    expect(body.detail).toMatch(
      /^Tidak ada isi berkas ini yang diproses: 3 baris perlu diperbaiki\. Baris 3, carrier:/,
    );
    expect(await packagesOf(order)).toBe(0);
  });

  it.each([
    ['carrier,tracking_number\n', '/1/order_id', 'required'],
    ['order_id,carrier\n', '/1/tracking_number', 'required'],
    ['order_id,carrier,tracking_number,unit\n', '/1/unit', 'unknown-field'],
    ['order_id,carrier,tracking_number,carrier\n', '/1/carrier', 'unknown-field'],
    ['order_id,carrier,tracking_number\no-1,"jne,J-1\n', '/2/order_id', 'wrong-form'],
    [
      Buffer.from('order_id,carrier,tracking_number,city\no-1,jne,J-1,Łódź', 'latin1'),
      '/1/order_id',
      'wrong-form',
    ],
    [`order_id,carrier,tracking_number\n${'o-1,jne,J-1\n'.repeat(1001)}`, '/1002/order_id', 'too-many'],
  ])('is told where: %j', async (file, pointer, code) => {
    expect(await send(file)).toMatchObject({
      status: 422,
      body: { code: 'invalid-file', errors: [{ pointer, code }] },
    });
  });

  it('holds no more than other bodies do', async () =>
    expect(await send('x'.repeat(256 * 1024 + 1))).toMatchObject({ status: 413 }));
});

describe('files', () => {
  it('are taken from the seller, and from a service for the seller', async () => {
    const order = await confirmed();
    const file = `order_id,carrier,tracking_number\n${order.id},jne,J-1\n`;
    expect(await send(file, {}, 'seller:other')).toMatchObject({ status: 404 });
    for (const as of ['buyer:ayu', 'platform:staff', 'carrier:jne'])
      expect(await send(file, {}, as)).toMatchObject({ status: 403 });
    expect((await send(file, {}, 'service:shop')).body.results).toMatchObject([{ status: 'accepted' }]);
  });

  it('are taken here and nowhere else, and nothing else is', async () => {
    const json = await api.post(path, {}, { as: `seller:${shop}` });
    expect(json).toMatchObject({ status: 415, body: { detail: 'Send the body as text/csv.' } });
    const elsewhere = await api.post('/orders', 'a,b', { headers: { 'content-type': 'text/csv' } });
    expect(elsewhere).toMatchObject({ status: 415, body: { detail: 'Send the body as application/json.' } });
  });
});
