import { beforeEach, describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonEvent } from '../testing/events.js';
import {
  asEventStore,
  countingStore,
  MemoryEventStore,
  type StreamStore,
} from '../testing/memory-event-store.js';
import { accepted, nothingToRecord, record, refused } from './outcome.js';
import { type Decide } from './stream-kind.js';
import { Streams } from './streams.js';

interface Added {
  readonly by: number;
}
interface Sent {
  readonly id: string;
  readonly fingerprint: string;
}
/** Grows in place. */
interface Counter {
  total: number;
}
type Refused = 'contended' | 'reused' | 'too-high' | 'nothing-there';

/** A process of its own: it shares the log with the others, and nothing else. */
const newProcess = (store: StreamStore) =>
  new Streams<Counter, Added, Sent, Refused>(asEventStore(store), {
    prefix: 'counter-',
    decode: (recorded) => ({
      event: JSON.parse(recorded.data.toString()) as Added,
      metadata: JSON.parse(recorded.metadata.toString()) as Sent,
    }),
    encode: jsonEvent,
    evolve(counter = { total: 0 }, { by }) {
      if (Number.isNaN(Number(by))) throw new Error('it adds no number');
      counter.total += by;
      return counter;
    },
    kept: 10,
    contended: 'contended',
    commands: { of: (sent) => sent, reused: 'reused' },
  });

/** A store that asks another one, which may be replaced. */
const shared = (log: () => StreamStore, pause: () => Promise<void> = async () => {}): StreamStore => ({
  async append(...asked) {
    await pause();
    const result = await log().append(...asked);
    await pause();
    return result;
  },
  async *readStream(...asked) {
    await pause();
    yield* log().readStream(...asked);
  },
});

let sent = 0;
const command = (fingerprint = ''): Sent => ({ id: `c-${(sent += 1)}`, fingerprint });
const add =
  (by: number): Decide<Counter, Added, Refused> =>
  () =>
    record({ by });
/** Up to a limit. */
const addUpTo =
  (limit: number): Decide<Counter, Added, Refused> =>
  (counter) =>
    (counter?.total ?? 0) < limit ? record({ by: 1 }) : refused('too-high');
const nothing: Decide<Counter, Added, Refused> = () => nothingToRecord;

let store: StreamStore;
let counts: ReturnType<typeof countingStore>['counts'];
beforeEach(() => {
  ({ store, counts } = countingStore(new MemoryEventStore()));
});
const readsOf = (stream: string): number => counts.reads.filter((read) => read === stream).length;
const total = async () => (await newProcess(store).read('a'))?.total;

describe('a change of a stream', () => {
  it('is decided on what is kept, without reading', async () => {
    const counters = newProcess(store);
    expect(await counters.change('a', command(), add(2))).toEqual(
      accepted({ state: { total: 2 }, revision: 0, changed: true }),
    );
    expect(await counters.change('a', command(), () => record({ by: 1 }, { by: 4 }))).toEqual(
      accepted({ state: { total: 7 }, revision: 2, changed: true }),
    );
    expect([counts.appends, counts.reads]).toEqual([2, []]);
    expect(await total()).toBe(7);
  });

  it('is refused, or needs nothing, only on a state that was read for it', async () => {
    const [here, other] = [newProcess(store), newProcess(store)];
    await here.change('a', command(), add(1));
    expect(await other.change('a', command(), nothing)).toEqual(
      accepted({ state: { total: 1 }, revision: 0, changed: false }),
    );
    await here.change('a', command(), add(-1));
    expect(other.lastSeen('a')).toEqual({ total: 1 });
    expect(await other.change('a', command(), addUpTo(1))).toMatchObject({ kind: 'accepted' });
    expect(await here.change('a', command(), addUpTo(1))).toEqual(refused('too-high'));
    expect(await total()).toBe(1);
  });

  it('of a stream that has nothing and gets nothing leaves it so', async () => {
    expect(await newProcess(store).change('a', command(), nothing)).toEqual(
      accepted({ state: undefined, revision: -1, changed: false }),
    );
    expect(counts.appends).toBe(0);
  });

  it('waits in line within a process: as many appends as changes, and no conflict', async () => {
    const counters = newProcess(store);
    await Promise.all(Array.from({ length: 80 }, () => counters.change('a', command(), add(1))));
    expect([counts.appends, counts.conflicts, counts.reads]).toEqual([80, 0, []]);
    expect(await total()).toBe(80);
  });

  it('is decided again where another process was ahead, after what deciding did is undone', async () => {
    const [here, other] = [newProcess(store), newProcess(store)];
    await here.change('a', command(), add(1));
    await other.read('a');
    await here.change('a', command(), add(1));
    const undone: (number | undefined)[] = [];
    const decide: Decide<Counter, Added, Refused> = (counter) => ({
      ...record({ by: counter!.total }),
      undo: async (newest) => void undone.push(newest?.total),
    });
    expect(await other.change('a', command(), decide)).toMatchObject({ answer: { state: { total: 4 } } });
    expect([undone, counts.conflicts]).toEqual([[2], 1]);
  });

  it('gives up where others are ahead again and again', async () => {
    const busy = new MemoryEventStore();
    const counters = newProcess(busy);
    const decide: Decide<Counter, Added, Refused> = async () => {
      await newProcess(busy).change('a', command(), add(1));
      return record({ by: 1 });
    };
    expect(await counters.change('a', command(), decide)).toEqual(refused('contended'));
  });

  it('is decided on what stands there where what is kept does not', async () => {
    let log: StreamStore = store;
    const counters = newProcess(shared(() => log));
    await counters.change('a', command(), () => record({ by: 5 }, { by: 5 }));
    log = new MemoryEventStore();
    await newProcess(log).change('a', command(), add(1));
    expect(await counters.change('a', command(), add(1))).toMatchObject({ answer: { state: { total: 2 } } });
  });

  it('leaves the line when it fails', async () => {
    const counters = newProcess(store);
    const failing = counters.change('a', command(), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await counters.change('a', command(), add(1))).toMatchObject({ kind: 'accepted' });
  });
});

describe('a command that comes again', () => {
  it('is known in every process, and told where it stands', async () => {
    const again = command('two');
    await newProcess(store).change('a', again, () => record({ by: 1 }, { by: 1 }));
    await newProcess(store).change('a', command(), add(1));
    expect(await newProcess(store).change('a', again, add(1))).toEqual(
      accepted({ state: { total: 3 }, revision: 1, changed: false }),
    );
    expect(await total()).toBe(3);
  });

  it('is refused with another content', async () => {
    const first = command('two');
    const counters = newProcess(store);
    await counters.change('a', first, add(2));
    expect(await counters.change('a', { ...first, fingerprint: 'three' }, add(3))).toEqual(refused('reused'));
    expect(await counters.preview('a', { ...first, fingerprint: 'three' }, add(3))).toEqual(
      refused('reused'),
    );
  });
});

describe('a preview', () => {
  it('tells what would be appended to the newest state, and appends nothing', async () => {
    const counters = newProcess(store);
    await counters.change('a', command(), add(1));
    await newProcess(store).change('a', command(), add(1));
    expect(await counters.preview('a', command(), add(1))).toEqual(
      accepted({ state: { total: 2 }, events: [{ by: 1 }] }),
    );
    expect(await counters.preview('a', command(), addUpTo(2))).toEqual(refused('too-high'));
    expect(await total()).toBe(2);
  });
});

describe('what a process remembers', () => {
  it('is read on from there, and of an absent stream that it was absent', async () => {
    const counters = newProcess(store);
    expect([await counters.exists('a'), await counters.exists('a')]).toEqual([false, false]);
    expect([readsOf('counter-a'), readsOf('$$counter-a')]).toEqual([1, 1]);
    expect(await counters.read('a')).toBeUndefined();
    expect([readsOf('counter-a'), readsOf('$$counter-a')]).toEqual([2, 1]);
    await counters.change('a', command(), add(1));
    expect(await counters.exists('a')).toBe(true);
  });

  it('can be forgotten, once or for good', async () => {
    const counters = newProcess(store);
    await counters.change('a', command(), add(1));
    counters.forgetAll();
    expect(counters.lastSeen('a')).toBeUndefined();
    expect(await counters.read('a')).toEqual({ total: 1 });
    expect(counters.lastSeen('a')).toEqual({ total: 1 });
    counters.forget('a');
    expect(await counters.read('a')).toEqual({ total: 1 });
    expect(counters.lastSeen('a')).toBeUndefined();
    expect(await counters.change('a', command(), add(1))).toMatchObject({ answer: { state: { total: 2 } } });
  });

  it('is not doubled by two who read at once', async () => {
    await newProcess(store).change('a', command(), add(1));
    const counters = newProcess(store);
    await counters.read('a');
    await newProcess(store).change('a', command(), add(1));
    await Promise.all([counters.read('a'), counters.read('a'), counters.change('a', command(), add(1))]);
    expect(await counters.read('a')).toEqual({ total: 3 });
  });

  it('ends where the history cannot be understood', async () => {
    const counters = newProcess(store);
    await counters.change('a', command(), add(1));
    await store.append('counter-a', 0, [jsonEvent({ by: 'much' })]);
    await expect(counters.read('a')).rejects.toMatchObject({ stream: 'counter-a', revision: 1 });
    await expect(counters.change('a', command(), add(1))).rejects.toThrow('it adds no number');
  });
});

test('changes of several processes, repeated now and then, lose nothing and double nothing', () =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(
        fc.record({
          process: fc.nat({ max: 1 }),
          by: fc.integer({ min: 1, max: 9 }),
          times: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 20 },
      ),
      async (scheduler, asked) => {
        const log = new MemoryEventStore();
        const paused = shared(
          () => log,
          () => scheduler.schedule(Promise.resolve()),
        );
        const processes = [newProcess(paused), newProcess(paused)];
        const work = asked.flatMap(({ process, by, times }) => {
          const metadata = command(String(by));
          return Array.from({ length: times }, (_, turn) =>
            processes[(process + turn) % 2]!.change('a', metadata, add(by)),
          );
        });
        const outcomes = await scheduler.waitFor(Promise.all(work));
        expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
        const wanted = asked.reduce((sum, { by }) => sum + by, 0);
        expect((await newProcess(log).read('a'))?.total ?? 0).toBe(wanted);
        const states = await scheduler.waitFor(Promise.all(processes.map((process) => process.read('a'))));
        expect(states.map((counter) => counter?.total ?? 0)).toEqual([wanted, wanted]);
      },
    ),
  ));
