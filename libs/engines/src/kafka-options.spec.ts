import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadSettings, StartError } from '@app/platform';
import { kafkaOptions } from './kafka-options.js';

const brokers = ['kafka-1:9092'];
const optionsOf = (env: NodeJS.ProcessEnv) => kafkaOptions(loadSettings(env), brokers);

describe('the settings of Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orders-certificates-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leave to the topic and the brokers what they do not say', () => {
    expect(optionsOf({})).toEqual({ brokers, ssl: false });
  });

  it('name partitions, copies, certificates and login', () => {
    const file = (name: string): string => {
      writeFileSync(join(folder, name), `the content of ${name}`);
      return join(folder, name);
    };
    const env = {
      KAFKA_PARTITIONS: '24',
      KAFKA_REPLICATION: '2',
      KAFKA_TLS: 'true',
      KAFKA_CA_FILE: file('ca.pem'),
      KAFKA_CERT_FILE: file('orders.pem'),
      KAFKA_KEY_FILE: file('orders.key'),
      KAFKA_SASL_MECHANISM: 'scram-sha-256',
      KAFKA_SASL_USERNAME: 'orders',
      KAFKA_SASL_PASSWORD: 'secret',
    };
    expect(optionsOf(env)).toEqual({
      brokers,
      partitions: 24,
      replication: 2,
      ssl: {
        ca: 'the content of ca.pem',
        cert: 'the content of orders.pem',
        key: 'the content of orders.key',
      },
      sasl: { mechanism: 'scram-sha-256', username: 'orders', password: 'secret' },
    });
  });

  it('say which file cannot be read', () => {
    const path = join(folder, 'none.pem');
    const read = (): unknown => optionsOf({ KAFKA_TLS: 'true', KAFKA_CA_FILE: path });
    expect(read).toThrow(StartError);
    expect(read).toThrow(/^The file that KAFKA_CA_FILE names cannot be read: ENOENT.*none\.pem/);
  });
});
