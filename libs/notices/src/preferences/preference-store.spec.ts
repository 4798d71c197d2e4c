import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { preferencesOf, setPreferences } from './preference-store.js';
import { channelsFor, defaultPreferences } from './preferences.js';

describe('preferences', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  const of = (id: string) => ({ role: 'seller', id }) as const;
  const kept = async (id: string) => (await preferencesOf(database.pool, [of(id)]))(of(id));
  const chosen = {
    ...defaultPreferences,
    language: 'id',
    emailAddress: 'toko@mail.example',
    kinds: [{ kind: 'new-order', inbox: false, email: true }],
  } as const;

  it('are the defaults for whoever has chosen nothing', async () => {
    expect(await kept('new')).toEqual({ ...defaultPreferences, version: 0 });
    expect(channelsFor(defaultPreferences, 'shipped')).toEqual({ inbox: true, email: false });
  });

  it('are kept as chosen, of each role apart, and numbered', async () => {
    expect(await setPreferences(database.pool, of('toko'), chosen, { by: 'toko' })).toBe(1);
    expect(await kept('toko')).toEqual({ ...chosen, version: 1 });
    const buyer = { role: 'buyer', id: 'toko' } as const;
    expect((await preferencesOf(database.pool, [buyer, of('toko')]))(buyer).version).toBe(0);
    expect(await setPreferences(database.pool, of('toko'), defaultPreferences, { by: 'toko' })).toBe(2);
    expect(await kept('toko')).toEqual({ ...defaultPreferences, version: 2 });
  });

  it('are changed by one of those who change the same version', async () => {
    const change = (expectedVersion: number) =>
      setPreferences(
        database.pool,
        of('raced'),
        { ...chosen, inbox: expectedVersion > 0 },
        { by: 'raced', expectedVersion },
      );
    for (const version of [0, 1]) {
      const versions = await Promise.all([change(version), change(version), change(version)]);
      expect(versions.filter((made) => made !== undefined)).toEqual([version + 1]);
    }
    expect(await change(7)).toBeUndefined();
    expect(
      await setPreferences(database.pool, of('nobody'), chosen, { by: 'x', expectedVersion: 1 }),
    ).toBeUndefined();
    expect((await kept('nobody')).version).toBe(0);
  });
});
