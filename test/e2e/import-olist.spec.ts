import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OrderEntry } from '@app/order-log';
import { type Captured, runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { type OwnEngines, ownEngines } from '../support/own-engines.js';

const root = resolve(import.meta.dirname, '../..');
const mini = join(root, 'test/fixtures/olist-mini');
const onPostgres = process.env.EVENT_STORE === undefined;
/** Two thousand real orders, where the machine has them: they are not part of the repository. */
const sample = resolve(root, '../shared/data/olist');
/** On a server of events they would take minutes, and tell nothing that the few do not. */
const folders = [mini, sample].filter((folder) => existsSync(folder) && (folder === mini || onPostgres));

const minute = 60_000;

/** The command line on engines of its own, with nothing in them. */
class Installation {
  private constructor(
    readonly engines: OwnEngines,
    readonly dataDir: string,
  ) {}

  static async open(): Promise<Installation> {
    return new Installation(await ownEngines(), await mkdtemp(join(tmpdir(), 'orders-e2e-')));
  }

  orders(...args: string[]): Promise<Captured> {
    const { environment } = this.engines;
    return runCaptured({ ...environment, DATA_DIR: this.dataDir, LOG_LEVEL: 'silent' }, ...args);
  }

  /** Imports another edition of the small data set. */
  async importEdited(file: string, [from, to]: [RegExp, string]): Promise<Captured> {
    const folder = await mkdtemp(join(this.dataDir, 'edition-'));
    await cp(mini, folder, { recursive: true });
    const text = await readFile(join(mini, file), 'utf8');
    await writeFile(join(folder, file), text.replace(from, to));
    return this.orders('import', 'olist', folder);
  }

  async close(): Promise<void> {
    await this.engines.database.drop();
    await rm(this.dataDir, { recursive: true });
  }
}

describe.each(folders.map((folder) => [relative(root, folder), folder]))(
  'orders import olist %s',
  (_, folder) => {
    let installation: Installation;
    let first: Captured;
    let second: Captured;
    beforeAll(async () => {
      installation = await Installation.open();
      first = await installation.orders('import', 'olist', folder);
      second = await installation.orders('import', 'olist', folder);
    }, 15 * minute);
    afterAll(() => installation.close());

    it('imports orders whose statuses and money are those of the files', () => {
      expect(first.err).toBe('');
      expect(first.exitCode).toBe(0);
      expect(first.out).toMatch(/^Added [\d,]+ events to [\d,]+ orders; 0 were known already/);
      expect(first.out).toContain('Statuses in files and log: they agree');
      expect(first.out).toContain('Money in files and log: it agrees to the cent');
      expect(first.out).toContain('The read models are what the log says');
    });

    it('lists every anomaly with kind, orders and reason', async () => {
      const lines = (await readFile(join(installation.dataDir, 'olist-anomalies.ndjson'), 'utf8'))
        .trim()
        .split('\n');
      const total = /Anomalies: ([\d,]+)/.exec(first.out)?.[1]?.replace(',', '');
      expect(String(lines.length)).toBe(total);
      for (const line of lines)
        expect(JSON.parse(line)).toMatchObject({
          kind: expect.any(String),
          checkoutId: expect.any(String),
          orderIds: expect.any(Array),
          reason: expect.any(String),
        });
    });

    it('adds nothing the second time', () => {
      expect(second.err).toBe('');
      expect(second.exitCode).toBe(0);
      expect(second.out).toMatch(/^Nothing was added: all [\d,]+ orders were known already/);
    });
  },
);

type Entry = Pick<OrderEntry, 'orderId' | 'event'>;

describe('orders, after an import', () => {
  let installation: Installation;
  let placed: Entry[];
  beforeAll(async () => {
    installation = await Installation.open();
    await installation.orders('import', 'olist', mini);
    const { out } = await installation.orders('replay', '--type', 'OrderPlaced');
    placed = ndjson(out);
  }, 5 * minute);
  afterAll(() => installation.close());

  const orderOf = (checkoutId: string): string => {
    const found = placed.find(
      ({ event }) => event.type === 'OrderPlaced' && event.data.checkoutId === checkoutId,
    );
    return found!.orderId;
  };

  it('tells an order’s history', async () => {
    const { exitCode, out } = await installation.orders('history', orderOf('regular'));
    expect(exitCode).toBe(0);
    expect(out.split('\n').map((line) => line.replace(/^.*Z {2}|(: | {2}\[).*$/g, '').trim())).toEqual([
      'OrderPlaced',
      'PaymentCaptured',
      'OrderConfirmed',
      'PackageArranged',
      'PackageShipped',
      'PackageDelivered',
      'OrderDelivered',
      '',
    ]);
    expect(out).toMatch(/2018-05-03 13:20:00Z {2}PaymentCaptured: .*, method card, amount R\$124\.85/);
    expect(out).toContain('[service olist-import, imported]');
  });

  it('tells an order as it was at an instant', async () => {
    const id = orderOf('regular');
    const then = await installation.orders('as-of', id, '2018-05-04T12:00:00Z', '--json');
    expect(JSON.parse(then.out)).toMatchObject({ status: 'InTransit', order: { orderId: id } });
    const summary = await installation.orders('as-of', id, '2018-05-03T10:10:00-03:00');
    expect(summary.out).toContain('AwaitingPayment (the buyer reads "To pay")');
    expect(summary.out).toContain('due R$124.85, captured R$0.00');
  });

  it('says that an order did not exist yet, or does not exist', async () => {
    const early = await installation.orders('as-of', orderOf('regular'), '2018-05-01');
    expect(early).toMatchObject({ exitCode: 1, out: '' });
    expect(early.err).toContain(
      'did not exist yet at 2018-05-01T00:00:00.000Z: it was placed at 2018-05-03T13:00:00.000Z',
    );
    expect(await installation.orders('history', 'nobody')).toEqual({
      exitCode: 1,
      out: '',
      err: 'There is no order nobody.\n',
    });
  });

  it('replays by time, seller and type', async () => {
    const times = ['--from', '2018-05-06T12:00:00Z', '--to', '2018-05-07T00:00:00Z'];
    const { out } = await installation.orders(
      'replay',
      ...times,
      '--seller',
      's-north',
      '--type',
      'PaymentCaptured',
    );
    // Orders are imported side by side; only the events of one order have a sequence.
    const found = ndjson<Entry>(out).map(({ orderId }) => orderId);
    expect(new Set(found)).toEqual(new Set([orderOf('invoiced'), orderOf('processing')]));
  });

  it('goes on with an order where a later edition of the files does', async () => {
    await installation.importEdited('orders.csv', [
      /shipped(,2018-05-05.*?),,/,
      'delivered$1,2018-05-15 10:00:00,',
    ]);
    const { out } = await installation.orders('history', orderOf('on-its-way'));
    expect(out).toMatch(/ OrderDelivered {2}\[/);
  });

  it('names an order that a later edition tells otherwise, and keeps what it has', async () => {
    const edited = await installation.importEdited('order_items.csv', [/8\.05,9\.95/, '9.05,8.95']);
    expect(edited).toMatchObject({ exitCode: 1 });
    expect(edited.out).toMatch(/Statuses in files and log: THEY DIFFER/);
    expect(edited.err).toMatch(/Log and files do not agree/);
    const { out } = await installation.orders('history', orderOf('invoiced'));
    expect(out).toContain('goods R$8.05');
  });

  it('keeps the order of a checkout’s sellers apart', () => {
    const sellers = placed.flatMap(({ event }) =>
      event.type === 'OrderPlaced' && event.data.checkoutId === 'two-sellers' ? [event.data.sellerId] : [],
    );
    expect(sellers.sort()).toEqual(['s-north', 's-south']);
  });
});

describe('orders verify', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.open();
    await installation.orders('import', 'olist', mini);
  }, minute);
  afterAll(() => installation.close());

  it(
    'is content with what it finds, and names what differs',
    async () => {
      const { pool } = installation.engines.database;
      const clean = await installation.orders('verify');
      expect(clean).toMatchObject({ exitCode: 0, out: expect.stringContaining('captured R$1,013.77') });

      const { rows } = await pool.query<{ order_id: string }>(
        'select order_id from tracking order by 1 limit 1',
      );
      const order_id = rows[0]!.order_id;
      await pool.query("update buyer_orders set status = 'OnHold' where order_id = $1", [order_id]);
      await pool.query('delete from tracking where order_id = $1', [order_id]);
      const { exitCode, out, err } = await installation.orders('verify');
      expect(exitCode).toBe(1);
      expect(ndjson(out)).toMatchObject([
        { table: 'buyer_orders', key: { order_id }, column: 'status', found: 'OnHold' },
        { table: 'tracking', key: { order_id } },
      ]);
      expect(err).toContain('differ from the log in 2 places');
    },
    minute,
  );
});

describe('orders import olist, with something wrong', () => {
  let installation: Installation;
  let folder: string;
  beforeAll(async () => {
    installation = await Installation.open();
    folder = await mkdtemp(join(tmpdir(), 'olist-broken-'));
  }, minute);
  afterAll(async () => {
    await installation.close();
    await rm(folder, { recursive: true });
  });

  it.each<[what: string, breakIt: () => Promise<void>, message: RegExp]>([
    [
      'a line with a column too few',
      () => appendFile(join(folder, 'order_payments.csv'), 'regular,2,voucher\n'),
      /order_payments\.csv, line 22: not a CSV row/,
    ],
    [
      'an order that stands twice',
      () => appendFile(join(folder, 'orders.csv'), 'regular,c,created,2018-01-01 00:00:00,,,,\n'),
      /orders\.csv, line 22: order_id regular stands here for the second time/,
    ],
    ['a missing file', () => rm(join(folder, 'sellers.csv')), /has neither sellers\.csv nor olist_sellers/],
    ['a missing folder', () => rm(folder, { recursive: true }), /There is no folder/],
  ])('imports nothing: %s', async (_, breakIt, message) => {
    await cp(mini, folder, { recursive: true });
    await breakIt();
    const { exitCode, out, err } = await installation.orders('import', 'olist', folder);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toMatch(message);
    expect((await installation.orders('replay')).out).toBe('');
    await cp(mini, folder, { recursive: true });
  });
});

const ndjson = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
