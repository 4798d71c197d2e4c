import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { writeLines } from './write-lines.js';

/** A reader that takes some lines and then fails. */
function failingAfter(lines: number, code: string): Writable {
  let taken = 0;
  return new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      taken += 1;
      done(taken > lines ? Object.assign(new Error(`write ${code}`), { code }) : undefined);
    },
  });
}

async function* endless(given: { lines: number }): AsyncIterable<string> {
  for (;;) {
    given.lines += 1;
    yield 'line';
    await Promise.resolve();
  }
}

describe('writeLines', () => {
  it('stops without a failure when the reader has gone, and asks for no more than it writes', async () => {
    const given = { lines: 0 };
    await writeLines(failingAfter(3, 'EPIPE'), endless(given));
    // What streams hold ready counts as well: 16 lines each.
    expect(given.lines).toBeLessThan(50);
  });

  it('fails when the lines cannot be written', async () => {
    await expect(writeLines(failingAfter(3, 'ENOSPC'), endless({ lines: 0 }))).rejects.toThrow('ENOSPC');
  });

  it('leaves the stream open for what comes after', async () => {
    const chunks: string[] = [];
    const out = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    await writeLines(out, ['a', 'b']);
    await writeLines(out, ['c']);
    expect(chunks.join('')).toBe('a\nb\nc\n');
  });
});
