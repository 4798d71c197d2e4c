import { describe, expect, it } from '@jest/globals';
import { loadSettings } from './load-settings.js';
import { SettingsError } from './settings-error.js';

function wrongIn(env: NodeJS.ProcessEnv): SettingsError {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
  }
  throw new Error('The settings were accepted.');
}

describe('loadSettings', () => {
  it('needs nothing to be set', () => {
    expect(loadSettings({})).toEqual({
      HOST: '127.0.0.1',
      PORT: 3000,
      DATA_DIR: './data',
      DATABASE_POOL_SIZE: 20,
      DATABASE_STATEMENT_TIMEOUT_MS: 30_000,
      EVENT_STORE: 'postgres',
      EVENT_STORE_NODE_HOST: '127.0.0.1',
      EVENT_STORE_NODE_PORT: 2113,
      KAFKA_TLS: false,
      MAIL_RATE: 10,
      WEBHOOK_PRIVATE_ADDRESSES: false,
      INSURANCE_BASIS_POINTS: 50,
      QUOTE_MINUTES: 30,
      LOG_LEVEL: 'info',
    });
  });

  it('takes what the environment says', () => {
    const secret = 's'.repeat(32);
    expect(
      loadSettings({
        HOST: '0.0.0.0',
        PORT: '0',
        DATA_DIR: '/var/lib/orders',
        DATABASE_URL: 'postgresql://orders:pw@db/orders?sslmode=require',
        EVENT_STORE: 'esdb+discover://admin:pw@cluster:2113?tls=true',
        KAFKA_BROKERS: 'kafka-1:9092,[::1]:9093',
        KAFKA_PARTITIONS: '24',
        KAFKA_TLS: 'true',
        KAFKA_CA_FILE: '/etc/kafka/ca.pem',
        AUTH_SECRET: secret,
        LOG_LEVEL: 'debug',
      }),
    ).toMatchObject({
      HOST: '0.0.0.0',
      PORT: 0,
      DATA_DIR: '/var/lib/orders',
      DATABASE_URL: 'postgresql://orders:pw@db/orders?sslmode=require',
      EVENT_STORE: 'esdb+discover://admin:pw@cluster:2113?tls=true',
      KAFKA_BROKERS: ['kafka-1:9092', '[::1]:9093'],
      KAFKA_PARTITIONS: 24,
      KAFKA_TLS: true,
      KAFKA_CA_FILE: '/etc/kafka/ca.pem',
      AUTH_SECRET: secret,
      LOG_LEVEL: 'debug',
    });
  });

  it('counts an empty variable as unset', () => {
    expect(loadSettings({ PORT: '', DATABASE_URL: '' })).toEqual(loadSettings({}));
  });

  it('lists every wrong variable with what was found and what is allowed', () => {
    const error = wrongIn({ PORT: '70000', KAFKA_BROKERS: 'kafka', LOG_LEVEL: 'loud', HOST: 'ok' });
    expect(error.wrong.map(({ name }) => name)).toEqual(['PORT', 'KAFKA_BROKERS', 'LOG_LEVEL']);
    expect(error.message).toContain(
      'PORT is "70000"; allowed: a port from 0 to 65535, where 0 takes a free one',
    );
  });

  it.each(['orders@shop.example', 'Toko Batik <orders@shop.example>'])('takes mails from %j', (MAIL_FROM) => {
    expect(loadSettings({ MAIL_FROM })).toMatchObject({ MAIL_FROM });
  });

  it.each(['Toko Batik', 'a@b\r\nBcc: c@d', '"Toko" <a@b>', 'Toko <a@b>, <c@d>'])(
    'refuses mails from %j',
    (MAIL_FROM) => {
      expect(wrongIn({ MAIL_FROM }).wrong).toHaveLength(1);
    },
  );

  it.each(['-1', '80.5', '8e3', 'http', ' 80'])('refuses the port %j', (port) => {
    expect(wrongIn({ PORT: port }).wrong).toHaveLength(1);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/orders'],
    ['DATABASE_URL', 'host=db password=hunter2'],
    ['EVENT_STORE', 'kafka://admin:hunter2@log'],
    ['AUTH_SECRET', 'hunter2'],
    ['AUTH_JWKS_URL', 'ftp://user:hunter2@keys'],
  ])('shows no secret when %s is wrong', (name, value) => {
    const error = wrongIn({ [name]: value });
    expect(error.wrong).toHaveLength(1);
    expect(error.message).not.toContain('hunter2');
  });

  it('refuses a secret and public keys together', () => {
    const error = wrongIn({ AUTH_SECRET: 's'.repeat(32), AUTH_JWKS_URL: 'https://id.example/jwks.json' });
    expect(error.message).toContain('AUTH_JWKS_URL is set beside AUTH_SECRET; allowed: one of the two');
  });

  it.each([
    [{ KAFKA_SASL_MECHANISM: 'plain' }, 'KAFKA_SASL_USERNAME is not set beside KAFKA_SASL_MECHANISM'],
    [{ KAFKA_SASL_USERNAME: 'orders' }, 'KAFKA_SASL_MECHANISM is not set beside KAFKA_SASL_USERNAME'],
    [
      { SMTP_URL: 'smtp://mail.example', PUBLIC_URL: 'https://shop.example' },
      'MAIL_FROM is not set beside SMTP_URL',
    ],
    [{ KAFKA_TLS: 'true', KAFKA_CERT_FILE: 'a.pem' }, 'KAFKA_KEY_FILE is not set beside KAFKA_CERT_FILE'],
    [{ KAFKA_CA_FILE: 'ca.pem' }, 'KAFKA_TLS is false beside KAFKA_CA_FILE; allowed: true'],
  ])('refuses %j, which says only a half', (env, message) => {
    expect(wrongIn(env).message).toContain(message);
  });
});
