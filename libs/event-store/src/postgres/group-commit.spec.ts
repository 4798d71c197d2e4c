import { describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { jsonEvent } from '../testing/events.js';
import { type Append, type AppendAnswer } from './append.js';
import { GroupCommit } from './group-commit.js';

const appendTo = (stream: string): Append => ({ stream, expected: 'any', events: [jsonEvent()] });
const appended: AppendAnswer = { kind: 'appended', revision: 0, position: positionAt(1n), readable: true };

/** A commit that waits until the test lets it go on, and says which streams each batch had. */
function heldCommit() {
  const batches: string[][] = [];
  const waiting: (() => void)[] = [];
  const commit = async (batch: readonly Append[]) => {
    batches.push(batch.map(({ stream }) => stream));
    await new Promise<void>((resolve) => waiting.push(resolve));
    return batch.map(() => appended);
  };
  const release = async () => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    waiting.shift()?.();
  };
  return { batches, commit, release };
}

describe('GroupCommit', () => {
  it('commits together what arrives together, and what arrives during a commit in the next one', async () => {
    const { batches, commit, release } = heldCommit();
    const group = new GroupCommit(commit);
    const first = ['a', 'b'].map((stream) => group.add(appendTo(stream)));
    await release();
    await Promise.all(first);
    const second = ['c', 'd', 'e'].map((stream) => group.add(appendTo(stream)));
    await release();
    await Promise.all(second);
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });

  it('commits appends to one stream together, in their order and not too many', async () => {
    const { batches, commit, release } = heldCommit();
    const group = new GroupCommit(commit);
    const answers = ['a', 'b', ...Array.from({ length: 150 }, () => 'a')].map((stream, nr) =>
      group.add({ ...appendTo(stream), expected: nr }),
    );
    for (let n = 0; n < 2; n++) await release();
    await Promise.all(answers);
    expect(batches.map((batch) => batch.filter((stream) => stream === 'a').length)).toEqual([100, 51]);
    expect(batches[0]?.slice(0, 3)).toEqual(['a', 'b', 'a']);
  });

  it('bounds a batch, without letting a later append of the same stream pass', async () => {
    const { batches, commit, release } = heldCommit();
    const group = new GroupCommit(commit);
    const large: Append = {
      ...appendTo('large'),
      events: [{ ...jsonEvent(), data: Buffer.alloc(5_000_000) }],
    };
    const answers = [appendTo('a'), large, appendTo('large'), appendTo('b')].map((append) =>
      group.add(append),
    );
    for (let n = 0; n < 3; n++) await release();
    await Promise.all(answers);
    expect(batches).toEqual([['a', 'b'], ['large'], ['large']]);
  });

  it('fails only the append that cannot be written', async () => {
    const group = new GroupCommit((batch) => {
      if (batch.some(({ stream }) => stream === 'bad'))
        return Promise.reject(new Error('no such stream name'));
      return Promise.resolve(batch.map(() => appended));
    });
    const answers = await Promise.allSettled(['a', 'bad', 'b'].map((stream) => group.add(appendTo(stream))));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails all of a batch at once when the database is away', async () => {
    let commits = 0;
    const group = new GroupCommit(() => {
      commits++;
      return Promise.reject(new EventStoreUnavailable('away'));
    });
    const answers = await Promise.allSettled(['a', 'b'].map((stream) => group.add(appendTo(stream))));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(commits).toBe(1);
  });

  it('refuses more than it can hold', async () => {
    const { commit, release } = heldCommit();
    const group = new GroupCommit(commit);
    const waiting = Array.from({ length: 10_000 }, (_, n) => group.add(appendTo(`s-${n}`)));
    expect(() => group.add(appendTo('one-more'))).toThrow(EventStoreUnavailable);
    for (let n = 0; n < 10; n++) await release();
    await Promise.all(waiting);
  });

  it('commits what is waiting before it closes, and takes nothing afterwards', async () => {
    const { batches, commit, release } = heldCommit();
    const group = new GroupCommit(commit);
    const answers = ['a', 'a'].map((stream) => group.add(appendTo(stream)));
    const closed = group.close();
    expect(() => group.add(appendTo('b'))).toThrow('closed');
    await release();
    await closed;
    expect(batches).toEqual([['a', 'a']]);
    expect(await Promise.all(answers)).toEqual([appended, appended]);
  });
});
