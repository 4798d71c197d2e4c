import { comparePositions, type Position, positionAt } from '../position.js';
import { DEFAULT_WINDOW, type EventFilter } from './event-filter.js';

/** Before the first event of the log, as EventStoreDB counts its places. */
const START: Position = { commit: 0n, prepare: 0n };

/**
 * Where a filtered subscription says that it has got to, as EventStoreDB does. Catching up it looks at the log in goes
 * of `window` events, or up to the 32nd that matches; when enough have been looked at since the last checkpoint, the
 * next one is the last event that matched in this go, or the place where the go began: everything before that commit
 * was looked at, which is sent as (commit, 0). One more comes at the end of the log: where nothing at all was reached,
 * it is undefined. Live, it is the event at which enough have been looked at.
 * Places are counted, not events: where places are empty it comes a little sooner.
 */
export class Checkpoints {
  private goStart: Position;
  private next: bigint;
  private matched = 0;
  private looked = 0n;
  private liveSince: bigint | undefined;
  private reached: Position | undefined;
  private sent: Position | 'nothing yet' | undefined;

  constructor(
    private readonly filter: Pick<EventFilter, 'window' | 'checkpointInterval'>,
    after: Position | undefined,
  ) {
    this.reached = after;
    this.goStart = after ?? START;
    // The place it begins behind is looked at once more.
    this.next = after?.commit ?? 1n;
  }

  /** Before an event that matches is given, and at the end of a page, up to whose place all has been looked at. */
  *lookedTo(place: bigint): Generator<Position> {
    const window = BigInt(this.filter.window);
    for (let end = this.endOfGo(); end <= place; end = this.next + window - 1n) yield* this.endGo(end);
  }

  /** After an event that matches was given. */
  *gave(position: Position): Generator<Position> {
    this.reached = position;
    if (++this.matched === DEFAULT_WINDOW || position.commit === this.endOfGo())
      yield* this.endGo(position.commit);
  }

  /** At the end of the log. */
  *caughtUp(): Generator<Position | undefined> {
    if (this.reached) yield* this.send(this.reached);
    else if (this.sent === undefined) {
      this.sent = 'nothing yet';
      yield undefined;
    }
  }

  /** Once live, for the places up to this one. */
  *live(from: bigint, place: bigint): Generator<Position> {
    const interval = BigInt(this.filter.checkpointInterval);
    this.liveSince ??= from;
    for (let due = this.liveSince + interval; due <= place; due += interval) {
      this.liveSince = due;
      yield* this.send(positionAt(due));
    }
  }

  private endOfGo(): bigint {
    return this.next + BigInt(this.filter.window) - 1n;
  }

  private *endGo(end: bigint): Generator<Position> {
    const interval = BigInt(this.filter.checkpointInterval);
    this.looked += end - this.next + 1n;
    if (this.looked >= interval) {
      this.looked %= interval;
      if (!this.reached || comparePositions(this.reached, this.goStart) < 0) this.reached = this.goStart;
      yield* this.send(this.reached);
    }
    this.next = end + 1n;
    this.goStart = { commit: this.next, prepare: 0n };
    this.matched = 0;
  }

  /** None twice, and none that is before the one that was sent: behind "nothing yet", the highest number, comes none. */
  private *send(position: Position): Generator<Position> {
    if (this.sent === 'nothing yet' || (this.sent && comparePositions(position, this.sent) <= 0)) return;
    this.sent = position;
    yield position;
  }
}
