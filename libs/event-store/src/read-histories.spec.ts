import { describe, expect, it } from '@jest/globals';
import { type RecordedEvent } from './event-store.port.js';
import { positionAt } from './position.js';
import { readHistories } from './read-histories.js';
import { type StreamDamaged } from './stream-damaged.js';
import { collect, jsonEvent } from './testing/events.js';

let place = 0n;
const event = (stream: string, revision: number, type = 'Known'): RecordedEvent => ({
  ...jsonEvent(),
  ...{ stream, revision, type, position: positionAt((place += 1n)), created: new Date(0) },
});

async function* logOf(events: readonly RecordedEvent[]) {
  yield* events;
}

/** What is understood of the events, and what is reported of the others. */
async function read(...events: RecordedEvent[]) {
  const damages: StreamDamaged[] = [];
  const known = ({ stream, revision, type }: RecordedEvent): string => {
    if (type !== 'Known') throw new Error('it is not known');
    return `${stream}@${revision}`;
  };
  const understood = await collect(
    readHistories(logOf(events), known, (damage) => void damages.push(damage)),
  );
  return { understood, damages: damages.map(({ stream, revision, damage }) => [stream, revision, damage]) };
}

describe('the histories of a log', () => {
  it('are given in the order of the log', async () => {
    const found = await read(event('a', 0), event('b', 0), event('a', 1));
    expect(found).toEqual({ understood: ['a@0', 'b@0', 'a@1'], damages: [] });
  });

  it.each([
    ['of somebody else', 'unreadable', [event('a', 1, 'Foreign'), event('a', 2, 'Foreign')]],
    ['that ends the stream', 'tombstoned', [event('a', 2 ** 62, '$streamDeleted')]],
    ['behind one that is missing', 'gap', [event('a', 2)]],
  ])('end where there is an event %s, which is told once', async (_, damage, events) => {
    const found = await read(event('a', 0), ...events, event('b', 0), event('a', 3));
    expect(found).toEqual({ understood: ['a@0', 'b@0'], damages: [['a', 1, damage]] });
  });

  it('are not given where their beginning is gone', async () => {
    expect(await read(event('a', 2), event('a', 3))).toEqual({
      understood: [],
      damages: [['a', 0, 'truncated']],
    });
  });

  it('are without what the server itself has written', async () => {
    const found = await read(event('a', 0), event('$$a', 0, '$metadata'), event('$ce-a', 0, '$>'));
    expect(found).toEqual({ understood: ['a@0'], damages: [] });
  });
});
