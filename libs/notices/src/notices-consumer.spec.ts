import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { type StatusEvent } from '@app/status-events';
import { anyDeliveries, consumed, deliverEvents, histories } from '@app/status-events/testing';
import { listNotices } from './notice-store.js';
import { noticesConsumer } from './notices-consumer.js';
import { setPreferences } from './preferences/preference-store.js';
import { defaultPreferences, type NoticePreferences } from './preferences/preferences.js';
import { fresh } from './testing/fresh.js';
import { noticesFor } from './testing/notices-for.js';

describe('what people are told', () => {
  let database: TestDatabase;

  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  const choose = (id: string, changes: Partial<NoticePreferences>) =>
    setPreferences(
      database.pool,
      { role: 'buyer', id },
      { ...defaultPreferences, ...changes },
      { by: 'test' },
    );
  const consume = (events: readonly StatusEvent[]) =>
    deliverEvents(database.pool, noticesConsumer, consumed(events));
  const inbox = async (id: string) =>
    (await listNotices(database.pool, { role: 'buyer', id }, { limit: 100 })).notices;
  const mails = async (id: string) => {
    const sql =
      'select kind, language, title, body, link from mails where recipient_id = $1 order by sequence';
    return (await database.pool.query<{ kind: string; title: string; body: string }>(sql, [id])).rows;
  };

  it('stays in the inbox until there is an address, and then also goes there', async () => {
    await consume(fresh(histories.neverPaidInTime, { buyerId: 'shy' }));
    expect([(await inbox('shy')).length, await mails('shy')]).toEqual([4, []]);

    await choose('open', { emailAddress: 'open@mail.example' });
    await consume(fresh(histories.neverPaidInTime, { buyerId: 'open' }));
    expect((await inbox('open')).length).toBe(4);
    expect((await mails('open')).map(({ kind }) => kind)).toEqual([
      'placed',
      'lines-cancelled',
      'payment-captured',
      'refund-initiated',
    ]);
  });

  it('arrives where it is wanted, kind by kind, in the reader’s language', async () => {
    await choose('choosy', {
      language: 'id',
      emailAddress: 'choosy@mail.example',
      inbox: false,
      email: false,
      kinds: [
        { kind: 'refund-initiated', inbox: true, email: true },
        { kind: 'placed', inbox: true, email: false },
      ],
    });
    const events = fresh(histories.neverPaidInTime, { buyerId: 'choosy' });
    await consume(events);
    expect((await inbox('choosy')).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Dana sedang dikembalikan – Batik House, pesanan [0-9a-f]{8}$/),
      expect.stringMatching(/^Pesanan dibuat – Batik House, pesanan [0-9a-f]{8}$/),
    ]);
    expect(await mails('choosy')).toEqual([
      {
        kind: 'refund-initiated',
        language: 'id',
        title: `Dana sedang dikembalikan – Batik House, pesanan ${events[0]!.partitionkey.slice(0, 8)}`,
        body: '€96,00 dikembalikan lewat cara kamu membayar. Dana kamu terima paling lambat 27 Januari 2026. Alasan: dibayar setelah dibatalkan.',
        link: `/orders/${events[0]!.partitionkey}`,
      },
    ]);
  });

  it('is nothing of imported history, in no channel', async () => {
    await choose('historic', { emailAddress: 'historic@mail.example' });
    await consume(fresh(histories.shippedInTwoPackages, { buyerId: 'historic' }, { imported: true }));
    expect([await inbox('historic'), await mails('historic')]).toEqual([[], []]);
  });

  it('is no mail where it happened days ago', async () => {
    await choose('late', { emailAddress: 'late@mail.example' });
    const old = fresh(histories.neverPaidInTime, { buyerId: 'late' }).map((event) => ({
      ...event,
      time: new Date(Date.now() - 4 * 86_400_000).toISOString(),
    }));
    await consume(old);
    expect([(await inbox('late')).length, await mails('late')]).toEqual([4, []]);
  });

  it('is one mail for each event, however the events are repeated and reordered', async () => {
    await choose('b-1', { emailAddress: 'b-1@mail.example' });
    const now = new Date().toISOString();
    await fc.assert(
      fc.asyncProperty(anyDeliveries, async ({ events, batches }) => {
        await database.pool.query('truncate mails');
        for (const batch of batches)
          await deliverEvents(
            database.pool,
            noticesConsumer,
            batch.map((record) => ({ ...record, headers: { ...record.headers, ce_time: now } })),
          );
        const expected = events
          .flatMap((event) => noticesFor(event, 'en'))
          .filter(({ recipient }) => recipient.role === 'buyer')
          .map(({ title, body }) => `${title}: ${body}`);
        const written = (await mails('b-1')).map(({ title, body }) => `${title}: ${body}`);
        expect(written.sort()).toEqual(expected.sort());
      }),
      { numRuns: 15 },
    );
  });
});
