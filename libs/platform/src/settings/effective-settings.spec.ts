import { describe, expect, it } from '@jest/globals';
import { effectiveSettings, withoutPassword } from './effective-settings.js';
import { loadSettings } from './load-settings.js';
import { Settings } from './settings.js';
import { describedVariables } from './variable.js';

const valueIn = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  effectiveSettings(loadSettings(env)).find((setting) => setting.name === name)?.value;

describe('the effective settings', () => {
  it('are all there are', () => {
    const properties = Object.keys(new Settings());
    expect([...describedVariables().keys()].sort()).toEqual(properties.sort());
    expect(effectiveSettings(loadSettings({})).map(({ name }) => name)).toEqual([
      ...describedVariables().keys(),
    ]);
  });

  it('tell what was set from what is the default', () => {
    const settings = effectiveSettings(loadSettings({ PORT: '3001' }));
    expect(settings.filter(({ isDefault }) => !isDefault)).toEqual([
      { name: 'PORT', value: '3001', isDefault: false },
    ]);
    expect(valueIn({}, 'DATABASE_URL')).toBe('an embedded one in DATA_DIR');
  });

  it('hide secrets', () => {
    const secret = 's3cr3t/with:every@thing?in=it&so#on';
    const env = {
      DATABASE_URL: `postgres://orders:${secret}@db:5432/orders?sslmode=require&sslpassword=${encodeURIComponent(secret)}`,
      EVENT_STORE: `esdb://admin:${secret}@log:2113?tls=true`,
      KAFKA_SASL_MECHANISM: 'plain',
      KAFKA_SASL_USERNAME: 'orders',
      KAFKA_SASL_PASSWORD: secret,
      AUTH_SECRET: secret,
    };
    expect(JSON.stringify(effectiveSettings(loadSettings(env)))).not.toMatch(/s3cr3t|every/);
    expect(valueIn(env, 'EVENT_STORE')).toBe('esdb://admin:hidden@log:2113?tls=true');
  });

  it.each([
    ['postgres://db/orders', 'postgres://db/orders'],
    ['postgres://orders@db/orders', 'postgres://orders@db/orders'],
    [
      'postgres://db/o?user=u&password=p&sslmode=require',
      'postgres://db/o?user=u&password=hidden&sslmode=require',
    ],
  ])('show of %s what may be seen', (address, shown) => {
    expect(withoutPassword(address)).toBe(shown);
  });
});
