import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeMark, encodeMark, resumePosition } from './batch-mark.js';

const mark = (after: bigint | undefined, upTo: bigint, partitions: number): string =>
  encodeMark({ after, upTo, partitions });

describe('the mark of a batch', () => {
  it('is read as it was written', () => {
    for (const written of [
      { after: undefined, upTo: 0n, partitions: 1 },
      { after: 12n, upTo: 2n ** 63n, partitions: 12 },
    ])
      expect(decodeMark(encodeMark(written))).toEqual(written);
  });

  it('is nothing that others write', () => {
    for (const text of ['', '/', '1/2', 'undefined', '1/2/3/4', '-1/2/3'])
      expect(decodeMark(text)).toBeUndefined();
  });
});

describe('where to resume', () => {
  it('is behind a batch that has the last record of each of its partitions', () => {
    expect(resumePosition([mark(10n, 20n, 2), mark(undefined, 10n, 3), mark(10n, 20n, 2)])).toBe(20n);
  });

  it('is before a batch that some partitions lack', () => {
    expect(resumePosition([mark(10n, 20n, 3), mark(undefined, 10n, 3), mark(10n, 20n, 3)])).toBe(10n);
  });

  it('is the start of the log when the first batch was not finished, or nobody left a mark', () => {
    expect(resumePosition([mark(undefined, 20n, 2)])).toBeUndefined();
    expect(resumePosition([])).toBeUndefined();
    expect(resumePosition(['undefined'])).toBeUndefined();
  });

  it('never leaves a record out and repeats one batch at most, whichever partitions each crash left unwritten', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 40 }), (attempts) => {
        const topic = new Topic();
        let acknowledged = 0;
        let publisher: bigint | undefined;
        for (const { size, lost } of attempts) {
          const after = Number(publisher ?? 0n);
          const complete = topic.write(publisher, after + 1, after + size, lost);
          if (complete) {
            acknowledged = Math.max(acknowledged, after + size);
            publisher = BigInt(after + size);
            continue;
          }
          publisher = resumePosition(topic.lastMarks());
          expect(Number(publisher ?? 0n)).toBeGreaterThanOrEqual(acknowledged);
          expect(topic.missing(Number(publisher ?? 0n))).toEqual([]);
        }
      }),
    );
  });
});

const partitionCount = 4;

/** A batch of that many records, and the partitions that a crash keeps from getting their share. */
const attempt = fc.record({
  size: fc.integer({ min: 1, max: 12 }),
  lost: fc.option(fc.uniqueArray(fc.nat({ max: partitionCount - 1 })), { nil: [] }),
});

/** Partitions of positions with their marks; one position goes to the same partition whenever it is written. */
class Topic {
  private readonly partitions: { position: number; mark: string }[][] = Array.from(
    { length: partitionCount },
    () => [],
  );

  /** Whether all partitions got their share. */
  write(after: bigint | undefined, first: number, last: number, lost: readonly number[]): boolean {
    const positions = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const touched = new Set(positions.map(partitionOf));
    const text = mark(after, BigInt(last), touched.size);
    for (const position of positions)
      if (!lost.includes(partitionOf(position)))
        this.partitions[partitionOf(position)]!.push({ position, mark: text });
    return ![...touched].some((partition) => lost.includes(partition));
  }

  lastMarks(): string[] {
    return this.partitions.flatMap((partition) => partition.at(-1)?.mark ?? []);
  }

  /** The positions up to that one that are not there. */
  missing(upTo: number): number[] {
    const there = new Set(this.partitions.flat().map(({ position }) => position));
    return Array.from({ length: upTo }, (_, index) => index + 1).filter((position) => !there.has(position));
  }
}

const partitionOf = (position: number): number => ((position * 7919) % 13) % partitionCount;
