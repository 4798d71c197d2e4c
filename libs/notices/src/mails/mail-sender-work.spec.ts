import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { withTransaction } from '@app/database';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { setPreferences } from '../preferences/preference-store.js';
import { defaultPreferences, type NoticePreferences } from '../preferences/preferences.js';
import { headerOf, type MailRefusal, type MailServer, mailServer } from '../testing/mail-server.js';
import { type Mail } from './mail.js';
import { messageOf } from './mail-message.js';
import { claimMail, settleMail, storeMails } from './mail-outbox.js';
import { mailSenderWork } from './mail-sender-work.js';
import { smtpMailer } from './smtp.js';
import { listUnsentMails, mailCounts, retryMails } from './unsent-mails.js';

const sender = { from: 'Pasar <orders@pasar.example>', publicUrl: 'https://pasar.example/shop' };

describe('the sender of mails', () => {
  let database: TestDatabase;
  let server: MailServer;
  let refusals: (MailRefusal | undefined)[];
  let running: { stop(): Promise<void> }[];

  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());
  beforeEach(async () => {
    refusals = [];
    running = [];
    server = await mailServer({ refuse: (command) => (command === 'RCPT' ? refusals.shift() : undefined) });
  });
  afterEach(async () => {
    for (const each of running) await each.stop();
    await server.stop();
    await database.pool.query('truncate mails, notice_preferences');
  });

  function start(port = server.port): void {
    const stopping = new AbortController();
    const work = mailSenderWork({
      pool: database.pool,
      openMailer: () => smtpMailer(`smtp://127.0.0.1:${port}`, 1000),
      sender: sender,
      log: () => {},
    });
    const ended = runForever(work, stopping.signal);
    running.push({
      stop() {
        stopping.abort();
        return ended;
      },
    });
  }

  const ayu = { role: 'buyer', id: 'ayu' } as const;
  const choose = (changes: Partial<NoticePreferences> = {}) =>
    setPreferences(
      database.pool,
      ayu,
      { ...defaultPreferences, emailAddress: 'ayu@mail.example', ...changes },
      { by: 'test' },
    );
  async function write(changes: Partial<Mail> = {}): Promise<Mail> {
    const orderId = randomUUID();
    const mail: Mail = {
      recipient: ayu,
      orderId,
      sequence: 1,
      act: 'command-1',
      kind: 'shipped',
      language: 'en',
      title: 'Package on its way',
      body: 'A package with 2 items is on its way.',
      link: `/orders/${orderId}`,
      createdAt: new Date().toISOString(),
      ...changes,
    };
    await withTransaction(database.pool, (tx) => storeMails(tx, [mail]));
    return mail;
  }
  const rows = async () => {
    const sql = 'select state, attempts, error from mails order by id';
    return (await database.pool.query<{ state: string; attempts: number; error: string | null }>(sql)).rows;
  };
  const becomes = (state: string) =>
    until(`the mail is ${state}`, async () => (await rows()).every((row) => row.state === state));
  const isTried = (times: number) =>
    until(`it was tried ${times} times`, async () => {
      const [row] = await rows();
      return row!.attempts === times && row!.error !== null;
    });
  /** As if the time until the next attempt had passed. */
  const later = () => database.pool.query(`update mails set due_at = now() where state = 'waiting'`);

  it('sends plain text and HTML with the way to the order, in the reader’s language', async () => {
    await choose();
    const { orderId } = await write({
      language: 'id',
      title: 'Paket <tiba>',
      body: 'Paket berisi 1 barang: "Batik & <b>Tenun</b>" seharga €90',
    });
    start();
    await becomes('sent');
    const [{ to, source }] = server.taken as [(typeof server.taken)[0]];
    expect(to).toEqual(['ayu@mail.example']);
    const mail = await PostalMime.parse(source);
    expect(mail).toMatchObject({
      from: { name: 'Pasar', address: 'orders@pasar.example' },
      subject: 'Paket <tiba>',
      text: expect.stringContaining('Paket berisi 1 barang: "Batik & <b>Tenun</b>" seharga €90'),
      html: expect.stringContaining(
        '<p>Paket berisi 1 barang: &#34;Batik &#38; &#60;b&#62;Tenun&#60;/b&#62;&#34; seharga €90</p>',
      ),
    });
    expect(mail.text).toContain(`Lihat pesanan: https://pasar.example/shop/orders/${orderId}`);
    const href = /href="([^"]*)"/.exec(mail.html!)![1]!;
    expect(href).toBe(`https://pasar.example/shop/orders/${orderId}`);
    expect(mail.html).not.toContain('<b>');
    expect(headerOf(source, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(source, 'Content-Language')).toBe('id');
  });

  it('is dated when it happened, and leads to the settings; what nobody needs to know can be turned off', async () => {
    await choose();
    const happened = '2026-03-01T10:20:30.000Z';
    const { orderId } = await write({ sequence: 1, act: 'a-1', createdAt: new Date().toISOString() });
    await write({ orderId, sequence: 2, act: 'a-2', kind: 'review-requested' });
    await database.pool.query('update mails set happened_at = $1 where sequence = 1', [happened]);
    start();
    await becomes('sent');
    const sources = server.taken.map(({ source }) => source);
    const [delivered, invited] = await Promise.all(sources.map((source) => PostalMime.parse(source)));
    expect(new Date(delivered!.date!).toISOString()).toBe(happened);
    for (const mail of [delivered!, invited!]) {
      expect(mail.text).toContain('https://pasar.example/shop/settings/notices');
      expect(mail.html).toContain('href="https://pasar.example/shop/settings/notices"');
    }
    expect(sources.map((source) => headerOf(source, 'List-Unsubscribe'))).toEqual([
      undefined,
      '<https://pasar.example/shop/settings/notices>',
    ]);
  });

  it('sends what one reader is told of one order in the order in which it happened', async () => {
    refusals = [{ code: 451, message: 'not now' }];
    await choose();
    const { orderId } = await write({ sequence: 1, act: 'a-1', title: 'Placed' });
    await write({ orderId, sequence: 2, act: 'a-2', title: 'Paid' });
    start();
    await isTried(1);
    expect(server.taken).toEqual([]);
    await later();
    await becomes('sent');
    const mails = await Promise.all(server.taken.map(({ source }) => PostalMime.parse(source)));
    expect(mails.map(({ subject }) => subject)).toEqual(['Placed', 'Paid']);
  });

  it('tries again what the server refuses for now', async () => {
    refusals = [{ code: 451, message: 'try later' }];
    await choose();
    await write();
    start();
    await isTried(1);
    expect(await rows()).toMatchObject([{ state: 'waiting', error: expect.stringContaining('try later') }]);
    await later();
    await becomes('sent');
    expect(server.taken).toHaveLength(1);
  });

  it('waits for a server that is away', async () => {
    const { port } = server;
    await server.stop();
    await choose();
    await write();
    start(port);
    await isTried(1);
    server = await mailServer({ port });
    await later();
    await becomes('sent');
    expect(server.taken).toHaveLength(1);
  });

  it('gives up what is refused for good, tells an operator without the address, and tries it when told to', async () => {
    refusals = [{ code: 550, message: 'no mailbox ayu@mail.example here' }];
    // Servers write addresses in their own way.
    await choose({ emailAddress: 'Ayu@Mail.example' });
    const { orderId } = await write();
    start();
    await becomes('given-up');
    expect(await listUnsentMails(database.pool)).toEqual([
      expect.objectContaining({
        ...{ recipient: ayu, orderId, kind: 'shipped', state: 'given-up', attempts: 1 },
        error: expect.stringContaining('no mailbox <address> here'),
      }),
    ]);
    expect(await mailCounts(database.pool)).toEqual({ oldestWaitingSeconds: 0, givenUp: 1 });
    expect(await retryMails(database.pool)).toBe(1);
    await becomes('sent');
    expect(await listUnsentMails(database.pool)).toEqual([]);
  });

  it('gives up after twelve attempts', async () => {
    refusals = [{ code: 451, message: 'not now' }];
    await choose();
    await write();
    await database.pool.query('update mails set attempts = 11');
    start();
    await becomes('given-up');
    expect(await rows()).toMatchObject([{ attempts: 12 }]);
  });

  it('sends again, under the same Message-ID, what it had sent before it crashed', async () => {
    await choose();
    await write();
    const mail = (await claimMail(database.pool))!;
    const mailer = await smtpMailer(`smtp://127.0.0.1:${server.port}`, 1000);
    await mailer.send(messageOf(mail, mail.address!, sender));
    mailer.close();
    // The crash: nothing was noted, and nobody takes the mail before its lease is over.
    expect(await claimMail(database.pool)).toBeUndefined();
    await later();
    start();
    await becomes('sent');
    const ids = server.taken.map(({ source }) => headerOf(source, 'Message-ID'));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@pasar\.example>$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('does not note an outcome over the head of whoever took the mail later', async () => {
    await choose();
    await write();
    const slow = (await claimMail(database.pool))!;
    await later();
    const other = (await claimMail(database.pool))!;
    await settleMail(database.pool, slow, { state: 'given-up', error: 'timeout' });
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 2 }]);
    await settleMail(database.pool, other, { state: 'sent' });
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });

  it('sends each mail once, however many send', async () => {
    await choose();
    for (let sent = 0; sent < 20; sent += 1) await write();
    for (let senders = 0; senders < 3; senders += 1) start();
    await becomes('sent');
    const ids = server.taken.map(({ source }) => headerOf(source, 'Message-ID'));
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
  });

  it('lets nothing that stands in a text or an address become a header or a reader', async () => {
    await choose({ emailAddress: 'ayu@mail.example\r\nRCPT TO:<victim@mail.example>' });
    await write({
      title: 'Sent\r\nBcc: victim@mail.example\r\n\r\nBuy!',
      body: 'x\r\n.\r\nRCPT TO:<victim>',
    });
    await write({
      recipient: { role: 'buyer', id: 'budi' },
      title: 'Sent\r\nBcc: victim@mail.example\r\n\r\nBuy!',
    });
    await setPreferences(
      database.pool,
      { role: 'buyer', id: 'budi' },
      { ...defaultPreferences, emailAddress: 'budi@mail.example' },
      { by: 'test' },
    );
    start();
    await until('both were tried', async () =>
      (await rows()).every(({ state, error }) => state === 'sent' || error !== null),
    );
    expect(server.taken.flatMap(({ to }) => to)).not.toContain('victim@mail.example');
    const toBudi = server.taken.find(({ to }) => to.includes('budi@mail.example'))!;
    expect(headerOf(toBudi.source, 'Bcc')).toBeUndefined();
    expect(headerOf(toBudi.source, 'Subject')).toBe('Sent Bcc: victim@mail.example Buy!');
  });

  it('withdraws what its reader does not want any more, and what is no news any more', async () => {
    await choose();
    await write();
    await choose({ emailAddress: undefined });
    start();
    await becomes('withdrawn');
    await choose();
    await write();
    await database.pool.query(`update mails set due_at = now() - interval '4 days' where state = 'waiting'`);
    await becomes('withdrawn');
    expect(server.taken).toEqual([]);
  });
});
