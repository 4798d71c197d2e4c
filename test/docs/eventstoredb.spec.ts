import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { PostgresEventStore } from '@app/event-store';
import { collect } from '@app/event-store/testing';
import { createOrderExample } from '../../apps/order-api/src/commands/routes/placement.js';
import { issueCouponExample } from '../../apps/order-api/src/coupons/issue-coupon.dto.js';
import { offerExample } from '../../apps/order-api/src/offers/offer.dto.js';
import { askQuoteExample } from '../../apps/order-api/src/quotes/ask-quote.dto.js';
import { runningSystem } from '../support/running-system.js';
import { spanCollector } from '../support/span-collector.js';

/** The names in the first column of the table that has this heading. */
async function firstColumn(heading: string): Promise<string[]> {
  const page = await readFile(new URL('../../docs/eventstoredb.md', import.meta.url), 'utf8');
  const [, table] = new RegExp(`^\\| ${heading} .*\\n.*\\n((?:\\|.*\\n)+)`, 'm').exec(page)!;
  return [...table!.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!).sort();
}

it('the guide to EventStoreDB names every kind of stream, and every field of metadata', async () => {
  const collector = await spanCollector();
  const system = await runningSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const of = { sellerId: 'toko', as: 'seller:toko' };
  const coupon = { ...issueCouponExample, completedOrders: undefined };
  await system.call('PUT', '/sellers/toko/stock/shirt', { ...of, body: { onHand: 1 } });
  await system.call('POST', '/sellers/toko/coupons', { ...of, body: coupon });
  await system.call('PUT', '/sellers/toko/policy', { ...of, body: { autoConfirm: true } });
  await system.call('PUT', '/sellers/toko/offers/shirt', { ...of, body: offerExample });
  await system.call('POST', '/quotes', { body: { ...askQuoteExample, sellerId: 'toko', couponCodes: [] } });
  await system.call('PUT', '/carriers/jne', { as: 'platform:staff', body: { names: ['JNE Express'] } });
  const headers = { 'on-behalf-of': 'buyer:ayu' };
  await system.call('POST', '/orders', { body: { ...createOrderExample, sellerId: 'toko' }, headers });
  const log = new PostgresEventStore(system.database.pool);
  const events = await collect(log.readAll());
  await log.close();
  await system.stop();
  await collector.close();

  const kinds = new Set(events.map(({ stream }) => stream.split('-')[0]));
  const named = await firstColumn('stream');
  expect(named.map((stream) => stream.split('-')[0])).toEqual([...kinds].sort());
  const fields = events.flatMap(({ metadata }) => Object.keys(JSON.parse(metadata.toString()) as object));
  // Nothing is imported here.
  expect(await firstColumn('field')).toEqual([...new Set([...fields, 'imported'])].sort());
});
