import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type LabelledOrder } from '../lists/labelled-order.js';
import { csvFile } from './csv-file.js';
import { csvHeader, csvRecords } from './orders-csv.js';

const row: LabelledOrder = {
  orderId: 'o-1',
  checkoutId: 'c-1',
  buyerId: 'b-1',
  sellerId: 's-1',
  sellerName: 'Batik House',
  tab: 'waiting-for-delivery',
  tabLabel: 'Waiting for delivery',
  inAftercare: false,
  status: 'Confirmed',
  label: 'Waiting for delivery',
  marketplaceName: 'AWAITING_SHIPMENT',
  placedAt: '2026-01-05T10:00:00.000Z',
  changedAt: '2026-01-05T10:00:00.000Z',
  currency: 'EUR',
  total: 9600,
  captured: 9600,
  refunded: 0,
  summary: { items: [{ productId: 'p-mug', title: 'Mug', quantity: 1 }], lines: 1, units: 1 },
  revision: 2,
};
const read = (text: string) => parse(text, { columns: true }) as Record<string, string>[];
const named = (sellerName: string) =>
  read(csvHeader() + csvRecords([{ ...row, sellerName }]))[0]!.seller_name;

it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '＝1', '＋1', '－1', '＠a'])(
  'leaves no formula of %j',
  (text) => expect(named(text)).toBe(`'${text}`),
);

it.each(['a,b', 'a"b', 'a\r\nb', 'a\rb', 'a\nb', ' a ', 'é ✓ 👍', '1=1'])('gives %j back as it is', (text) =>
  expect(named(text)).toBe(text),
);

it('ends every record, and quotes line breaks', () => {
  const text = csvRecords([{ ...row, sellerName: 'a\rb' }, row]);
  expect(text).toContain('"a\rb"');
  expect(text.split('\r\n')).toHaveLength(3);
});

it('asks for no page that nobody takes, and ends when the client goes away', async () => {
  let asked = 0;
  let ended = false;
  async function* pages() {
    try {
      for (;;) {
        asked += 1;
        yield Array.from({ length: 500 }, () => row);
      }
    } finally {
      ended = true;
    }
  }
  const stream = (await csvFile('orders', pages())).getStream();
  await new Promise((resolve) => stream.once('readable', resolve));
  expect(asked).toBeLessThan(5);
  stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  expect(ended).toBe(true);
});

it('fails as a whole as long as nothing was sent', async () => {
  async function* away(): AsyncGenerator<never, void> {
    throw new Error('away');
  }
  await expect(csvFile('orders', away())).rejects.toThrow('away');
});
