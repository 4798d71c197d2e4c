import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';
import { askRelease, listParkedStreams, type ParkedStream } from '@app/followers';
import { CommandFailure } from '../command-failure.js';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { writeLines } from '../write-lines.js';

/** How long a follower may take to try a stream again before it is said that none runs, in ms. */
const timeoutMs = 5_000;
const lookEveryMs = 50;

/** Asks the followers to go on with parked streams; throws a CommandFailure that says of each that stays parked why. */
export async function releaseStreams(
  pool: Pool,
  parked: readonly ParkedStream[],
  { out }: Terminal,
): Promise<void> {
  for (const stream of new Set(parked.map(({ stream }) => stream))) await askRelease(pool, stream);
  const staying: string[] = [];
  const end = Date.now() + timeoutMs;
  for (const { follower, stream } of parked) {
    const now = await tried(pool, { follower, stream }, end);
    if (now === undefined) await writeLines(out, [`Released ${stream} in ${follower}.`]);
    else staying.push(printable(stayingText(now)));
  }
  if (staying.length > 0) throw new CommandFailure(staying.join('\n'));
}

const stayingText = ({ follower, stream, reason, problem, releaseAsked }: ParkedStream): string =>
  releaseAsked
    ? `${stream} still waits in ${follower}: nobody has tried it, so none seems to run; it is tried when one does.`
    : `${stream} stays parked in ${follower}, ${reason}: ${problem}`;

/** What is parked after it was tried, or when nobody has tried it by `end`; undefined where it is parked no more. */
async function tried(
  pool: Pool,
  { follower, stream }: Pick<ParkedStream, 'follower' | 'stream'>,
  end: number,
): Promise<ParkedStream | undefined> {
  for (;;) {
    const [parked] = await listParkedStreams(pool, { follower, stream });
    if (parked === undefined || !parked.releaseAsked || Date.now() > end) return parked;
    await pause(lookEveryMs);
  }
}
