import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ReadAllOptions, type ReadStreamOptions, type RecordedEvent } from '../event-store.port.js';
import { isBehind, type Position } from '../position.js';
import { type Connection } from './connection.js';
import { checkpointOf, eventOf } from './event-mapping.js';
import { type Purpose } from './failure.js';
import { Messages } from './messages.js';
import { logPage, streamPage, subscription } from './requests.js';

const PAGE = 500;

/** Of so many events that a filter left out the server says where it is; it looks at as many at a time. */
export const WINDOW = 200;

/** A filtered read backwards looks at more at a time: nobody hears where it is. */
const WIDE_WINDOW = 5_000;
/** How many times longer than another page one may take that the server looks for behind any number of other events. */
const TIMEOUT_FACTOR = 6;

/** Reads what the leader has. A call that is left early is ended, and none waits for ever. */
export class EventReader {
  constructor(private readonly connection: Connection) {}

  async *stream(
    stream: string,
    { from, direction = 'forwards', maxCount = Infinity }: ReadStreamOptions,
  ): AsyncGenerator<RecordedEvent> {
    const forwards = direction === 'forwards';
    let next = from;
    for (let left = maxCount; left > 0; left -= PAGE) {
      const limit = Math.min(left, PAGE);
      const events = await this.page(stream, streamPage(stream, next, direction, limit));
      yield* events;
      const last = events.at(-1);
      if (last === undefined || events.length < limit || (!forwards && last.revision === 0)) return;
      next = last.revision + (forwards ? 1 : -1);
    }
  }

  async *all({
    after,
    direction = 'forwards',
    maxCount = Infinity,
    streamPrefixes,
  }: ReadAllOptions): AsyncGenerator<RecordedEvent> {
    if (maxCount <= 0) return;
    const events =
      direction === 'forwards'
        ? this.forwards(after, streamPrefixes)
        : this.backwards(after, streamPrefixes, maxCount);
    let left = maxCount;
    for await (const event of events) {
      yield event;
      if (--left === 0) return;
    }
  }

  /** Position of the newest event, undefined while there is none. */
  async head(): Promise<Position | undefined> {
    const [last] = await this.page('$all', logPage(undefined, undefined, 1, 1));
    return last?.position;
  }

  /**
   * A subscription that is left at the head: unlike a page it says where it is, however little of the log is wanted, so
   * that its next word can be waited for.
   */
  private async *forwards(
    after: Position | undefined,
    prefixes: readonly string[] | undefined,
  ): AsyncGenerator<RecordedEvent> {
    const head = await this.head();
    if (head === undefined || !isBehind(head, after)) return;
    const { connection } = this;
    const { timeoutMs } = connection;
    const purpose: Purpose = { right: 'read', stream: '$all', timeoutMs };
    const link = await connection.current();
    const messages = new Messages(link, subscription(after, prefixes, WINDOW), {
      requiresLeader: true,
      ahead: PAGE,
    });
    try {
      for (;;) {
        const message = await connection.callOn(link, purpose, () => messages.next(timeoutMs));
        if (!message || message.hasCaughtUp()) return;
        const event = eventOf(message);
        if (event && isBehind(event.position, head)) return;
        if (event && isBehind(event.position, after)) yield event;
        const reached = event?.position ?? checkpointOf(message);
        if (reached && !isBehind(head, reached)) return;
      }
    } finally {
      messages.end();
    }
  }

  private async *backwards(
    before: Position | undefined,
    prefixes: readonly string[] | undefined,
    count: number,
  ): AsyncGenerator<RecordedEvent> {
    const limit = Math.min(count, PAGE);
    const timeoutFactor = prefixes ? TIMEOUT_FACTOR : 1;
    for (let next = before; ;) {
      const events = await this.page('$all', logPage(next, prefixes, limit, WIDE_WINDOW), timeoutFactor);
      yield* events;
      if (events.length < limit) return;
      next = events.at(-1)?.position;
    }
  }

  /** A page is read as a whole. */
  private page(stream: string, request: streams.ReadReq, timeoutFactor = 1): Promise<RecordedEvent[]> {
    const timeoutMs = this.connection.timeoutMs * timeoutFactor;
    return this.connection.call({ right: 'read', stream, timeoutMs }, async (link) => {
      const messages = new Messages(link, request, { requiresLeader: true, timeoutMs });
      const events: RecordedEvent[] = [];
      for (let message = await messages.next(); message; message = await messages.next()) {
        const event = eventOf(message);
        if (event) events.push(event);
      }
      link.leads = true;
      return events;
    });
  }
}
