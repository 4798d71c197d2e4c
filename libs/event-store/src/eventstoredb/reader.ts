import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  type ReadPosition,
  type ReadRevision,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { type ReadAllOptions, type ReadStreamOptions, type RecordedEvent } from '../event-store.port.js';
import { isBehind, type Position } from '../position.js';
import { toRecordedEvent } from './event-mapping.js';
import { within } from './transport.js';

const PAGE = 500;

/** Reads in whole pages: a call that is left early would stay open, and one without an end could hang. */
export class Reader {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly timeoutMs: number,
  ) {}

  async *stream(
    stream: string,
    { from, direction = 'forwards', maxCount = Infinity }: ReadStreamOptions,
  ): AsyncGenerator<RecordedEvent> {
    const forwards = direction === 'forwards';
    let fromRevision: ReadRevision = from === undefined ? (forwards ? START : END) : BigInt(from);
    for (let left = maxCount; left > 0; left -= PAGE) {
      const limit = Math.min(left, PAGE);
      const events = await this.page(
        this.client.readStream(stream, { fromRevision, maxCount: limit, direction }),
      );
      yield* events;
      const last = events.at(-1);
      if (last === undefined || events.length < limit || (!forwards && last.revision === 0)) return;
      fromRevision = BigInt(last.revision + (forwards ? 1 : -1));
    }
  }

  /** The client cannot filter a read of the whole log: the prefix is looked at here. */
  async *all({
    after,
    direction = 'forwards',
    maxCount = Infinity,
    streamPrefixes = [''],
  }: ReadAllOptions): AsyncGenerator<RecordedEvent> {
    const forwards = direction === 'forwards';
    const head = await this.head();
    if (head === undefined) return;
    let position = after;
    for (let left = maxCount; left > 0;) {
      // Reading forwards begins with the event at the position itself.
      const read = this.client.readAll({
        fromPosition: startOf(position, forwards),
        maxCount: PAGE + 1,
        direction,
      });
      const known = position;
      const fresh = (await this.page(read)).filter(
        (event) =>
          !isBehind(event.position, head) &&
          (known === undefined ||
            (forwards ? isBehind(event.position, known) : isBehind(known, event.position))),
      );
      const wanted = fresh
        .filter(({ stream }) => streamPrefixes.some((prefix) => stream.startsWith(prefix)))
        .slice(0, left);
      yield* wanted;
      left -= wanted.length;
      position = fresh.at(-1)?.position;
      if (position === undefined || fresh.length < PAGE) return;
    }
  }

  /** Position of the newest event, undefined while there is none. */
  async head(): Promise<Position | undefined> {
    const [last] = await this.page(
      this.client.readAll({ fromPosition: END, maxCount: 1, direction: BACKWARDS }),
    );
    return last?.position;
  }

  private async page(read: StreamingRead<ResolvedEvent | AllStreamResolvedEvent>): Promise<RecordedEvent[]> {
    try {
      return await within(this.timeoutMs, collect(read));
    } catch (error) {
      if (error instanceof StreamNotFoundError || error instanceof StreamDeletedError) return [];
      read.cancel().catch(() => {});
      read.destroy();
      throw error;
    }
  }
}

async function collect(
  read: StreamingRead<ResolvedEvent | AllStreamResolvedEvent>,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const { event } of read) if (event) events.push(toRecordedEvent(event));
  return events;
}

const startOf = (position: Position | undefined, forwards: boolean): ReadPosition =>
  position ?? (forwards ? START : END);
