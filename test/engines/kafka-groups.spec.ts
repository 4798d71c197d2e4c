import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KafkaStatusLog, StatusLogUnavailable, type StatusRecord } from '@app/status-events';
import { until } from '@app/workers/testing';
import { Child } from './child.js';
import { startTestBroker, type TestBroker, testedKafka } from './kafka-broker.js';
import { effects, type Numbered, numberedRecords, positionOf, reach } from './numbered-records.js';

/** Longer than a member may be silent before its partitions go to others (10 s). */
const overdueMs = 12_000;

/** Consumes in a process of its own, which can be killed and frozen. */
class ProcessMember extends Child<{ readonly begun?: Numbered[]; readonly handled?: Numbered[] }> {
  get begun(): Numbered[] {
    return this.messages.flatMap(({ begun }) => begun ?? []);
  }

  get handled(): Numbered[] {
    return this.messages.flatMap(({ handled }) => handled ?? []);
  }

  /** Has handled something, and is in the middle of the next. */
  get isAtWork(): boolean {
    return this.handled.length > 0 && this.begun.length > this.handled.length;
  }
}

describe(`a consumer group of Apache Kafka ${testedKafka}`, () => {
  let broker: TestBroker;
  let logs: KafkaStatusLog[];
  let processes: ProcessMember[];
  const open = (topic: string): KafkaStatusLog => {
    const log = new KafkaStatusLog({ brokers: [broker.brokers], topic });
    logs.push(log);
    return log;
  };
  /** Closing the log ends it. */
  const join = (topic: string, handle: (records: readonly StatusRecord[]) => Promise<void>): Promise<void> =>
    open(topic).consume({ group: 'g', signal: new AbortController().signal, handle });
  const joinAsProcess = (topic: string): ProcessMember => {
    const member = new ProcessMember('consume', [broker.brokers, topic, 'g']);
    processes.push(member);
    return member;
  };
  const drained = async (log: KafkaStatusLog, last: number, handled: () => Numbered[]): Promise<void> => {
    await until('the group has handled everything', () => reach(handled(), last));
    await until('it has committed that', async () => (await log.lag('g')).records === 0);
  };

  beforeAll(async () => {
    broker = await startTestBroker(testedKafka);
  });
  afterAll(() => broker.remove());
  beforeEach(() => {
    logs = [];
    processes = [];
  });
  afterEach(async () => {
    await Promise.all(processes.map((member) => member.kill()));
    await Promise.all(logs.map((log) => log.close()));
  });

  it('hands the records of a member that is killed in mid-batch to the others', async () => {
    const log = open('killed');
    await log.publish(numberedRecords(1, 500));
    const killed = joinAsProcess('killed');
    await until('the member is at work', () => killed.isAtWork);
    await killed.kill();
    const handled: Numbered[] = [];
    void join('killed', async (records) => void handled.push(...records));
    await drained(log, 500, () => [...killed.handled, ...handled]);
    expect(effects([...killed.handled, ...handled])).toEqual(effects(numberedRecords(1, 500)));
    expect(handled.length).toBeLessThan(500);
  });

  it('is not set back by a member that freezes in mid-batch beyond its session, and takes it in again', async () => {
    const log = open('frozen');
    await log.publish(numberedRecords(1, 500));
    const frozen = joinAsProcess('frozen');
    await until('the member is at work', () => frozen.isAtWork);
    frozen.freeze();
    const handled: Numbered[] = [];
    void join('frozen', async (records) => void handled.push(...records));
    const all = (): Numbered[] => [...frozen.handled, ...handled];
    await drained(log, 500, all);
    const begunBefore = frozen.begun.length;
    frozen.thaw();

    let last = 500;
    await until('both members take part', async () => {
      await log.publish(numberedRecords(last + 1, last + 100));
      last += 100;
      await drained(log, last, all);
      return frozen.begun.some((record) => positionOf(record) > 500);
    });
    expect(effects(all().sort(byPosition))).toEqual(effects(numberedRecords(1, last)));
    for (const member of [frozen.handled, handled])
      for (const positions of effects(member).values())
        expect(positions).toEqual([...positions].sort(byNumber));
    // What was lost with the session, the member left alone.
    expect(
      frozen.begun
        .slice(begunBefore)
        .map(positionOf)
        .filter((position) => position <= 500),
    ).toEqual([]);
    const own = handled.map(positionOf);
    expect(own.length).toBe(new Set(own).size);
  });

  it('lets a member finish while others join, however long it takes, and repeats nothing', async () => {
    const log = open('slow');
    await log.publish(numberedRecords(1, 500));
    const handled: Numbered[] = [];
    let pause: Promise<void> | undefined;
    void join('slow', async (records) => {
      await (pause ??= delay(overdueMs));
      handled.push(...records);
    });
    await until('the first member is at work', () => pause !== undefined);
    void join('slow', async (records) => void handled.push(...records));
    await pause;
    await drained(log, 500, () => handled);
    expect(handled).toHaveLength(500);
    expect(effects(handled)).toEqual(effects(numberedRecords(1, 500)));
  });

  it('says so when the broker stays away, and goes on from the commits when it is back', async () => {
    const log = open('away');
    await log.publish(numberedRecords(1, 100));
    const handled: Numbered[] = [];
    const handle = async (records: readonly StatusRecord[]): Promise<void> => void handled.push(...records);
    const consumption = join('away', handle);
    await drained(log, 100, () => handled);
    await Promise.all([expect(consumption).rejects.toThrow(StatusLogUnavailable), broker.kill()]);
    await expect(log.lag('g')).rejects.toThrow(StatusLogUnavailable);
    await expect(join('away', handle)).rejects.toThrow(StatusLogUnavailable);

    await broker.start();
    await expect(log.resume()).resolves.toMatchObject({ position: 100n });
    await log.publish(numberedRecords(101, 200));
    void join('away', handle);
    await drained(log, 200, () => handled);
    expect(handled).toHaveLength(200);
    expect(effects(handled)).toEqual(effects(numberedRecords(1, 200)));
  });
});

const byNumber = (a: number, b: number): number => a - b;
const byPosition = (a: Numbered, b: Numbered): number => positionOf(a) - positionOf(b);
