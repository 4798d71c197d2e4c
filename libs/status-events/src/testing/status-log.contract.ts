import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import {
  type ConsumedRecord,
  publishedUpToHeader,
  type StatusLog,
  type StatusRecord,
} from '../status-log.port.js';

/** An empty topic of one engine. */
export interface StatusTopic {
  /** A log on the topic, as another process would open it. */
  open(): Promise<StatusLog>;
  close(): Promise<void>;
}

const timeoutMs = 60_000;

/** What every engine behind the `StatusLog` port does. */
export function describeStatusLog(engine: string, createTopic: () => Promise<StatusTopic>): void {
  describe(`status log on ${engine}`, () => {
    let topic: StatusTopic;
    let logs: StatusLog[];
    let members: Member[];

    beforeEach(async () => {
      topic = await createTopic();
      logs = [];
      members = [];
    }, timeoutMs);

    afterEach(async () => {
      await Promise.all(members.map((member) => member.leave()));
      await Promise.all(logs.map((log) => log.close()));
      await topic.close();
    }, timeoutMs);

    const open = async (): Promise<StatusLog> => {
      const log = await topic.open();
      logs.push(log);
      return log;
    };
    const join = async (group: string, before?: BeforeHandling): Promise<Member> => {
      const member = new Member(await open(), group, before);
      members.push(member);
      return member;
    };

    it(
      'keeps the order per key, with one partition per key and growing offsets',
      async () => {
        const log = await open();
        const all = records(1, 400, 20);
        for (const start of [0, 100, 200, 300]) await log.publish(all.slice(start, start + 100));
        const member = await join('g');
        await until('all records came', () => member.got.length >= all.length);

        for (const key of keysOf(all)) {
          expect(positionsOf(member.got, key)).toEqual(positionsOf(all, key));
          expect(new Set(member.got.filter((r) => r.key === key).map((r) => r.partition)).size).toBe(1);
        }
        for (const batch of member.batches) {
          expect(new Set(batch.map((record) => record.partition)).size).toBe(1);
          const offsets = batch.map((record) => record.offset);
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => Number(a - b)));
        }
      },
      timeoutMs,
    );

    it(
      'gives records back as they were written',
      async () => {
        const written = {
          key: 'ö-1',
          headers: { ce_logposition: '7', ce_time: 'ü' },
          value: '{"a":"\\u0000 €"}',
        };
        await (await open()).publish([written]);
        const member = await join('g');
        await until('the record came', () => member.got.length === 1);
        expect(member.got[0]).toMatchObject(written);
      },
      timeoutMs,
    );

    it(
      'carries concurrent publications out one after the other',
      async () => {
        const log = await open();
        const all = records(1, 100, 3);
        await Promise.all([0, 20, 40, 60, 80].map((start) => log.publish(all.slice(start, start + 20))));
        const member = await join('g');
        await until('all records came', () => member.got.length >= all.length);
        for (const key of keysOf(all)) expect(positionsOf(member.got, key)).toEqual(positionsOf(all, key));
      },
      timeoutMs,
    );

    it(
      'gives each group each record, also what was written before the group was known',
      async () => {
        const log = await open();
        const all = records(1, 50, 10);
        await log.publish(all.slice(0, 25));
        const early = await join('early');
        await until('the first half came', () => early.got.length >= 25);
        await log.publish(all.slice(25));
        const late = await join('late');
        await until('both got everything', () => early.got.length >= 50 && late.got.length >= 50);
        expect(sortedPositions(early.got)).toEqual(sortedPositions(all));
        expect(sortedPositions(late.got)).toEqual(sortedPositions(all));
      },
      timeoutMs,
    );

    it(
      'shares the partitions within a group, and hands those of a member that leaves to the others',
      async () => {
        const log = await open();
        const first = await join('g');
        const second = await join('g');
        let position = 0;
        const round = async (): Promise<StatusRecord[]> => {
          const batch = records(position + 1, 60, 60);
          position += batch.length;
          await log.publish(batch);
          await until(
            'the round was handled',
            () => missing(batch, [...first.got, ...second.got]).length === 0,
          );
          return batch;
        };
        await until('both members take part', async () => {
          const batch = await round();
          return missing(batch, first.got).length > 0 && missing(batch, second.got).length > 0;
        });
        const shared = await round();
        expect(missing(shared, first.got).length + missing(shared, second.got).length).toBe(shared.length);

        await first.leave();
        const alone = await round();
        expect(missing(alone, second.got)).toEqual([]);
      },
      timeoutMs,
    );

    it(
      'brings records again whose handling failed, before what follows them',
      async () => {
        const log = await open();
        const all = records(1, 10, 1);
        let failures = 2;
        const member = await join('g', async () => {
          if (failures-- > 0) throw new Error('not now');
        });
        await log.publish(all.slice(0, 5));
        await until('the first half was handled', () => member.got.length >= 5);
        await log.publish(all.slice(5));
        await until('everything was handled', () => member.got.length >= 10);
        expect(positionsOf(member.got, 'key-0')).toEqual(positionsOf(all, 'key-0'));
        expect(failures).toBeLessThan(0);
      },
      timeoutMs,
    );

    it(
      'goes on behind the committed records after a restart',
      async () => {
        const log = await open();
        const all = records(1, 60, 10);
        await log.publish(all.slice(0, 30));
        const before = await join('g');
        await until('the first half was handled', () => before.got.length >= 30);
        await before.leave();
        await log.publish(all.slice(30));
        const after = await join('g');
        await until('the second half was handled', () => after.got.length >= 30);
        expect(sortedPositions(after.got)).toEqual(sortedPositions(all.slice(30)));
      },
      timeoutMs,
    );

    it(
      'finishes and commits the batch under way when it is told to stop',
      async () => {
        const log = await open();
        const steps: string[] = [];
        let openGate = (): void => {};
        const gate = new Promise<void>((resolve) => (openGate = resolve));
        const member = await join('g', async () => {
          steps.push('handling');
          await gate;
        });
        await log.publish(records(1, 5, 1));
        await until('the batch is under way', () => steps.length > 0);
        const left = member.leave().then(() => steps.push('left'));
        await log.publish(records(6, 1, 1));
        expect(steps).toEqual(['handling']);
        openGate();
        await left;
        expect(member.got).toHaveLength(5);
        await expectLag(log, 1);
      },
      timeoutMs,
    );

    it(
      'tells how far a group is behind',
      async () => {
        const log = await open();
        await log.publish(records(1, 30, 10));
        await expectLag(log, 30);
        await join('g');
        await until('nothing is left', async () => (await log.lag('g')).records === 0);
      },
      timeoutMs,
    );

    it(
      'knows from the topic itself up to where it was published',
      async () => {
        const log = await open();
        await expect(log.publishedUpTo()).resolves.toBeUndefined();
        await log.publish(records(1, 30, 10));
        await log.publish(records(31, 1, 1));
        await expectPublished(log, 31n);
        await expect((await open()).publishedUpTo()).resolves.toMatchObject({ position: 31n });
        await log.publish(records(32, 1, 1));
        await expectPublished(log, 32n);
      },
      timeoutMs,
    );

    it(
      'takes what is published late, and does not take its place for how far it goes',
      async () => {
        const log = await open();
        const [late] = records(5, 1, 1);
        await log.publish(records(1, 30, 3));
        const member = await join('late');
        await log.publish([{ ...late!, headers: { ...late!.headers, [publishedUpToHeader]: '30' } }]);
        await until('the group has it', () => positionsOf(member.got, 'key-0').at(-1) === 5);
        await expect((await open()).publishedUpTo()).resolves.toMatchObject({ position: 30n });
        await log.publish(records(31, 1, 1));
        await expectPublished(log, 31n);
      },
      timeoutMs,
    );

    it(
      'lets another publisher take over, and never repeats or reorders what both write',
      async () => {
        const all = records(1, 60, 7);
        const before = await open();
        await expect(before.resume()).resolves.toBeUndefined();
        await before.publish(all.slice(0, 40));
        const after = await open();
        await expect(after.resume()).resolves.toMatchObject({ position: 40n });
        // Refused, or left out as there already.
        const late = before.publish(all.slice(40, 50)).catch((error: unknown) => error);
        await Promise.all([late, after.publish(all.slice(40))]);
        const member = await join('g');
        await until('everything came', () => member.got.length >= all.length);
        await until('nothing is left', async () => (await after.lag('g')).records === 0);
        for (const key of keysOf(all)) expect(positionsOf(member.got, key)).toEqual(positionsOf(all, key));
        await expect(after.resume()).resolves.toMatchObject({ position: 60n });
      },
      timeoutMs,
    );

    it(
      'tells that it gets on, also while there is nothing to handle, and not while handling hangs',
      async () => {
        const log = await open();
        const other = await join('other');
        const waits = async (member: Member, times = 1): Promise<void> => {
          const before = member.progress;
          await until('it gets on', () => member.progress >= before + times);
        };
        let goOn = (): void => {};
        const gate = new Promise<void>((resolve) => (goOn = resolve));
        let begun = false;
        const member = await join('g', () => {
          begun = true;
          return gate;
        });
        await waits(member);

        await log.publish(records(1, 1, 1));
        await until('it hangs', () => begun);
        const { progress } = member;
        await waits(other, 4);
        expect(member.progress).toBe(progress);
        goOn();
        await waits(member);
      },
      timeoutMs,
    );

    it(
      'may repeat records that are published again, but never loses or reorders one',
      async () => {
        const all = records(1, 60, 7);
        await (await open()).publish(all.slice(0, 40));
        const afterCrash = await open();
        await afterCrash.publish(all.slice(20));
        const member = await join('g');
        await until('everything came', () => missing(all, member.got).length === 0);
        for (const key of keysOf(all))
          expect([...new Set(positionsOf(member.got, key))]).toEqual(positionsOf(all, key));
        await expectPublished(afterCrash, 60n);
      },
      timeoutMs,
    );
  });
}

/** An engine may count as much again for its own marks. */
async function expectLag(log: StatusLog, records: number): Promise<void> {
  await until('groups get the records', async () => (await log.lag('g')).records >= records);
  await expect(log.lag('g')).resolves.toEqual({ group: 'g', records: expect.any(Number) });
  expect((await log.lag('g')).records).toBeLessThanOrEqual(2 * records);
}

/** What was just published is visible in a moment: its commit is decided before each partition knows. */
const expectPublished = (log: StatusLog, position: bigint): Promise<void> =>
  until(`it is published up to ${position}`, async () => (await log.publishedUpTo())?.position === position);

type BeforeHandling = (records: readonly ConsumedRecord[]) => Promise<void>;

/** One consumer of a group; keeps what it has handled. */
class Member {
  readonly batches: (readonly ConsumedRecord[])[] = [];
  /** How often it reported that it got on. */
  progress = 0;
  private readonly stop = new AbortController();
  private readonly done: Promise<void>;

  constructor(log: StatusLog, group: string, before?: BeforeHandling) {
    this.done = log.consume({
      group,
      signal: this.stop.signal,
      progressed: () => (this.progress += 1),
      handle: async (batch) => {
        await before?.(batch);
        this.batches.push(batch);
      },
    });
  }

  get got(): ConsumedRecord[] {
    return this.batches.flat();
  }

  async leave(): Promise<void> {
    this.stop.abort();
    await this.done;
  }
}

/** Records at consecutive log positions whose keys take turns. */
const records = (firstPosition: number, count: number, keys: number): StatusRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `key-${index % keys}`,
    headers: { ce_logposition: String(firstPosition + index) },
    value: JSON.stringify({ position: firstPosition + index }),
  }));

const keysOf = (of: readonly StatusRecord[]): string[] => [...new Set(of.map((record) => record.key))];

const positionOf = (record: StatusRecord): number => Number(record.headers.ce_logposition);

const positionsOf = (of: readonly StatusRecord[], key: string): number[] =>
  of.filter((record) => record.key === key).map(positionOf);

const sortedPositions = (of: readonly StatusRecord[]): number[] => of.map(positionOf).sort((a, b) => a - b);

function missing(wanted: readonly StatusRecord[], got: readonly StatusRecord[]): number[] {
  const there = new Set(got.map(positionOf));
  return wanted.map(positionOf).filter((position) => !there.has(position));
}
