import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { type Engines, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { freePort } from '../../infra/local/free-port.js';
import { keystoreOf, makeCertificate } from './certificates.js';
import { startTestBroker, type TestBroker, testedKafka } from './kafka-broker.js';
import { numberedRecords } from './numbered-records.js';
import { readRecords } from './read-records.js';

const password = 'correct-horse-battery';
/** Every connection is tried a few times, some tenths of a second apart. */
const boundMs = 30_000;

describe(`Apache Kafka ${testedKafka} as the settings name it`, () => {
  let folder: string;
  let database: TestDatabase;
  let broker: TestBroker;
  let right: NodeJS.ProcessEnv;
  let otherCa: string;
  const logged: string[] = [];
  const opened: Engines[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orders-certificates-'));
    database = await testDatabase();
    const ca = await makeCertificate(folder, 'ca');
    otherCa = (await makeCertificate(folder, 'other-ca')).cert;
    const keystore = await keystoreOf(await makeCertificate(folder, 'broker', ca));
    const own = await makeCertificate(folder, 'orders', ca);
    const port = await freePort();
    broker = await startTestBroker(testedKafka, {
      port,
      keystore,
      truststore: ca.cert,
      user: 'orders',
      password,
    });
    right = {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: `127.0.0.1:${port}`,
      KAFKA_PARTITIONS: '3',
      KAFKA_REPLICATION: '1',
      KAFKA_TLS: 'true',
      KAFKA_CA_FILE: ca.cert,
      KAFKA_CERT_FILE: own.cert,
      KAFKA_KEY_FILE: own.key,
      KAFKA_SASL_MECHANISM: 'scram-sha-256',
      KAFKA_SASL_USERNAME: 'orders',
      KAFKA_SASL_PASSWORD: password,
    };
  });
  afterEach(() => Promise.all(opened.splice(0).map((engines) => engines.close())));
  afterAll(async () => {
    await broker.remove();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const open = async (env: NodeJS.ProcessEnv = {}): Promise<Engines> => {
    const engines = await openEngines(loadSettings({ ...right, ...env }), (line) => logged.push(line));
    opened.push(engines);
    return engines;
  };

  it('is refused more copies than it has brokers, with a sentence', async () => {
    const { statusLog } = await open({ KAFKA_REPLICATION: '3' });
    await expect(statusLog.publish(numberedRecords(1, 1))).rejects.toThrow(
      /^Topic orders\.status\.v1 cannot be made with 3 partitions and 3 copies of each: Replication.factor/,
    );
  });

  it('takes records and hands them out, with either way of logging in', async () => {
    await (await open()).statusLog.publish(numberedRecords(1, 50));
    const { statusLog } = await open({ KAFKA_SASL_MECHANISM: 'plain' });
    const records = await readRecords(statusLog, 50);
    expect(
      new Set(records.map((record) => (record as unknown as { partition: number }).partition)).size,
    ).toBe(3);
  });

  it('has the number of partitions that it was made with, and takes part with no other', async () => {
    const { statusLog } = await open({ KAFKA_PARTITIONS: '4' });
    await expect(statusLog.publish(numberedRecords(51, 51))).rejects.toThrow(/has 3 partitions, not 4/);
  });

  it.each([
    ['a wrong password', () => ({ KAFKA_SASL_PASSWORD: `not-${password}` }), /authentication failed/i],
    [
      'a wrong password, in the clear',
      () => ({ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_PASSWORD: `not-${password}` }),
      /authentication failed/i,
    ],
    ['an authority that did not sign', () => ({ KAFKA_CA_FILE: otherCa }), /unable to verify .* certificate/],
    ['no certificate', () => ({ KAFKA_CERT_FILE: '', KAFKA_KEY_FILE: '' }), /certificate|closed/i],
  ])('says soon what is wrong, and no password: %s', async (_, env, reason) => {
    const begun = Date.now();
    const { statusLog } = await open(env());
    const failure = await statusLog.resume().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).message).toMatch(reason);
    expect(Date.now() - begun).toBeLessThan(boundMs);
    expect(`${(failure as Error).stack}${logged.join('\n')}`).not.toContain(password);
  });
});
