import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KafkaStatusLog, StatusLogUnavailable } from '@app/status-events';
import { until } from '@app/workers/testing';
import { Child } from './child.js';
import { startTestBroker, type TestBroker, testedKafka } from './kafka-broker.js';
import { effects, numberedRecords } from './numbered-records.js';
import { readRecords } from './read-records.js';

const batchSize = 300;

describe(`publishing to Apache Kafka ${testedKafka}`, () => {
  let broker: TestBroker;
  const logs: KafkaStatusLog[] = [];
  const open = (topic: string): KafkaStatusLog => {
    const log = new KafkaStatusLog({ brokers: [broker.brokers], topic });
    logs.push(log);
    return log;
  };

  beforeAll(async () => (broker = await startTestBroker(testedKafka)));
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close()));
    await broker.remove();
  });

  it('loses, reorders and adds nothing while the broker is killed and started again', async () => {
    const log = open('broker-killed');
    let acknowledged = 0;
    let crashes = 0;
    const killAt = [2_000, 5_000, 5_300];
    let restart = Promise.resolve();
    while (acknowledged < 9_000) {
      const batch = numberedRecords(acknowledged + 1, acknowledged + batchSize);
      const publication = log.publish(batch);
      if (acknowledged >= (killAt[crashes] ?? Infinity)) {
        crashes += 1;
        restart = restart.then(() => broker.kill()).then(() => broker.start());
      }
      try {
        await publication;
        acknowledged += batchSize;
      } catch (error) {
        expect(error).toBeInstanceOf(StatusLogUnavailable);
        await restart;
        acknowledged = Number((await log.resume())?.position ?? 0);
      }
    }
    const topic = await readRecords(log, acknowledged);
    expect(crashes).toBe(killAt.length);
    expect(topic).toHaveLength(acknowledged);
    expect(effects(topic)).toEqual(effects(numberedRecords(1, acknowledged)));
  });

  it('loses, reorders and repeats nothing when publisher and broker are killed together', async () => {
    const topic = 'publisher-killed';
    let written = 0;
    const rounds = [1, 20, 4];
    for (const batches of rounds) {
      const publisher = new Child<{ acknowledged: number }>('publish', [broker.brokers, topic]);
      await until('some batches are acknowledged', () => publisher.messages.length > batches);
      await Promise.all([publisher.kill(), broker.kill()]);
      await broker.start();
      written = Math.max(written, publisher.messages.at(-1)!.acknowledged);
      expect(Number((await open(topic).resume())?.position)).toBeGreaterThanOrEqual(written);
    }
    const log = open(topic);
    const end = Number((await log.resume())?.position);
    const records = await readRecords(log, end);
    expect(records).toHaveLength(end);
    expect(effects(records)).toEqual(effects(numberedRecords(1, end)));
  });

  it('fails whatever waits behind a failed publication, until it is asked where to go on', async () => {
    const log = open('waiting');
    await log.publish(numberedRecords(1, 10));
    await broker.kill();
    const waiting = [11, 21, 31].map((first) => log.publish(numberedRecords(first, first + 9)));
    for (const outcome of await Promise.allSettled(waiting))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StatusLogUnavailable' } });

    await broker.start();
    await expect(log.publish(numberedRecords(41, 50))).rejects.toThrow(/resume/);
    await expect(log.resume()).resolves.toMatchObject({ position: 10n });
    await log.publish(numberedRecords(11, 50));
    expect(effects(await readRecords(log, 50))).toEqual(effects(numberedRecords(1, 50)));
  });
});
