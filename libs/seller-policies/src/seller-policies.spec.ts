import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { OrderCommands, OrderLog } from '@app/order-log';
import { request } from '@app/order-log/testing';
import { defaultPolicy } from '@app/ordering';
import { create } from '@app/ordering/testing';
import { type PolicyTerms } from './policy-terms.js';
import { SellerPolicies, type SetPolicyRequest } from './seller-policies.js';

let database: TestDatabase;
let store: PostgresEventStore;
let sellerId: string;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
beforeEach(() => {
  sellerId = randomUUID();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** As another process would see them. */
const policies = () => new SellerPolicies(store);
const platform = { role: 'platform', id: 'staff' } as const;

const setting = (terms: Partial<PolicyTerms>, changes: Partial<SetPolicyRequest> = {}): SetPolicyRequest => ({
  sellerId,
  terms,
  commandId: randomUUID(),
  correlationId: randomUUID(),
  actor: { role: 'seller', id: sellerId },
  at: '2026-01-05T09:00:00.000Z',
  ...changes,
});
const refusedWith = (code: string, pointer?: string) => ({
  kind: 'refused',
  refusal: pointer === undefined ? { code } : { code, pointer },
});

describe("a seller's policy", () => {
  it('is the default until the seller sets one', async () => {
    expect(await policies().inForce(sellerId)).toBe(defaultPolicy);
  });

  it('has a version for each time it was set, and what is not named is the default again', async () => {
    const mine = policies();
    expect(await mine.set(setting({ holdMinutes: 60, autoConfirm: true }))).toMatchObject({
      kind: 'accepted',
      answer: { version: 1, terms: { holdMinutes: 60, autoConfirm: true, returnWindowDays: 15 } },
    });
    await mine.set(setting({ returnWindowDays: 30 }, { actor: platform }));
    const { version: _, ...others } = defaultPolicy;
    expect(await policies().inForce(sellerId)).toEqual({
      ...others,
      returnWindowDays: 30,
      version: `${sellerId}/2`,
    });
    expect(await policies().versions(sellerId)).toMatchObject([
      { version: 1, by: { role: 'seller', id: sellerId }, at: '2026-01-05T09:00:00.000Z' },
      { version: 2, by: platform, terms: { holdMinutes: 0, returnWindowDays: 30 } },
    ]);
  });

  it('is set once, however often the same request comes', async () => {
    const request = setting({ holdMinutes: 60 });
    const first = await policies().set(request);
    await policies().set(setting({ holdMinutes: 30 }));
    expect(await policies().set(request)).toEqual(first);
    expect(await policies().set({ ...request, terms: { holdMinutes: 5 } })).toMatchObject(
      refusedWith('idempotency-key-reused'),
    );
    expect(await policies().versions(sellerId)).toHaveLength(2);
  });

  it('set by many at once has a version for each', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((holdMinutes) => policies().set(setting({ holdMinutes }))),
    );
    const versions = outcomes.map((outcome) => outcome.kind === 'accepted' && outcome.answer.version);
    expect(versions.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not set over a version that the sender has not seen', async () => {
    await policies().set(setting({ holdMinutes: 5 }, { expectedVersion: 0 }));
    expect(await policies().set(setting({}, { expectedVersion: 0 }))).toMatchObject(
      refusedWith('revision-mismatch'),
    );
    expect(await policies().set(setting({}, { expectedVersion: 1 }))).toMatchObject({ kind: 'accepted' });
  });

  it.each([
    ['another seller', { role: 'seller', id: 'other' }],
    ['a buyer', { role: 'buyer', id: 'ayu' }],
    ['an analyst', { role: 'analyst', id: 'ana' }],
    ['a carrier', { role: 'carrier', id: 'jne' }],
  ] as const)('is not set by %s', async (_, actor) => {
    expect(await policies().set(setting({}, { actor }))).toMatchObject(refusedWith('role-not-allowed'));
  });

  it('keeps what only the platform sets', async () => {
    const refundBusinessDays = { ...defaultPolicy.refundBusinessDays, card: 5 };
    const theirs = { platformFeeBasisPoints: 250, claimWindowDays: 90, refundBusinessDays };
    await policies().set(setting(theirs, { actor: platform }));
    expect(await policies().set(setting({ holdMinutes: 5, claimWindowDays: 90 }))).toMatchObject({
      answer: { terms: { ...theirs, holdMinutes: 5 } },
    });
    for (const term of ['platformFeeBasisPoints', 'claimWindowDays', 'refundBusinessDays'] as const)
      expect(await policies().set(setting({ [term]: defaultPolicy[term] }))).toMatchObject(
        refusedWith('role-not-allowed', `/${term}`),
      );
  });

  const week = defaultPolicy.calendar;
  it.each<[Partial<PolicyTerms>, string, string]>([
    [{ unpaidExpiryHours: 0 }, 'out-of-range', '/unpaidExpiryHours'],
    [{ holdMinutes: 1.5 }, 'out-of-range', '/holdMinutes'],
    [{ returnWindowDays: 366 }, 'out-of-range', '/returnWindowDays'],
    [{ modificationMinutes: -1 }, 'out-of-range', '/modificationMinutes'],
    [{ claimWindowDays: 0 }, 'out-of-range', '/claimWindowDays'],
    [
      { refundBusinessDays: { ...defaultPolicy.refundBusinessDays, wallet: 0 } },
      'out-of-range',
      '/refundBusinessDays/wallet',
    ],
    [{ nonReturnableProducts: ['a', 'a'] }, 'bad-list', '/nonReturnableProducts'],
    [{ nonReturnableProducts: Array<string>(1001).fill('a') }, 'bad-list', '/nonReturnableProducts'],
    [{ calendar: { ...week, zone: 'Mars/Crater' } }, 'bad-calendar', '/calendar/zone'],
    [{ calendar: { ...week, workingDays: [] } }, 'bad-calendar', '/calendar/workingDays'],
    [{ calendar: { ...week, workingDays: [1, 8] } }, 'bad-calendar', '/calendar/workingDays'],
    [{ calendar: { ...week, workingDays: [1, 1] } }, 'bad-calendar', '/calendar/workingDays'],
    [
      { calendar: { ...week, holidays: ['2026-01-01', '2026-02-30'] } },
      'bad-calendar',
      '/calendar/holidays/1',
    ],
  ])('cannot be %j', async (terms, code, pointer) => {
    expect(await policies().set(setting(terms, { actor: platform }))).toMatchObject(
      refusedWith(code, pointer),
    );
    expect(await policies().versions(sellerId)).toEqual([]);
  });
});

describe('an order', () => {
  /** Orders of a process of its own. */
  const orders = () => {
    const sellers = policies();
    return new OrderCommands(new OrderLog(store), (id) => sellers.inForce(id));
  };
  const policyOf = async (orderId: string) => (await new OrderLog(store).read(orderId))!.order.policy;
  const place = async (commands: OrderCommands, changes: { imported?: true } = {}) => {
    const orderId = randomUUID();
    await commands.execute(request(orderId, create({ orderId, sellerId }), changes));
    return orderId;
  };

  it('is placed under the version that is in force at that moment, and stays under it', async () => {
    const here = orders();
    const before = await place(here);
    // Set by another process.
    await policies().set(setting({ holdMinutes: 60 }));
    const after = await place(here);
    expect((await policyOf(before)).version).toBe(defaultPolicy.version);
    expect(await policyOf(after)).toMatchObject({ version: `${sellerId}/1`, holdMinutes: 60 });
    await policies().set(setting({}));
    expect(await policyOf(after)).toMatchObject({ version: `${sellerId}/1`, holdMinutes: 60 });
  });

  it('of another system was not placed under it', async () => {
    await policies().set(setting({ holdMinutes: 60 }));
    expect((await policyOf(await place(orders(), { imported: true }))).version).toBe(defaultPolicy.version);
  });
});
