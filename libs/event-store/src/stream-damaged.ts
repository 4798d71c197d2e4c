/** What can be wrong with a stream. */
export type Damage =
  /** Ended for good: nothing of it can be read, nothing can be appended. */
  | 'tombstoned'
  /** Its first events are hidden or gone: deleted, truncated, or under a setting that makes events vanish. */
  | 'truncated'
  /** A revision in the middle is missing. */
  | 'gap'
  /** An event that this software cannot understand: of somebody else, damaged, or of a newer version. */
  | 'unreadable';

/**
 * A stream does not hold a history that can be understood. Whatever else is in the log is as good as before: who
 * meets it sets this one stream aside. The message names the stream, the event and what is wrong.
 */
export class StreamDamaged extends Error {
  override readonly name = 'StreamDamaged';

  constructor(
    readonly stream: string,
    /** The first revision that cannot be read or understood. */
    readonly revision: number,
    readonly damage: Damage,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`The stream ${stream} cannot be read from event ${revision} on: ${detail}`, options);
  }

  /** What "understanding an event failed" means for its stream. */
  static byEvent({ stream, revision, type }: EventName, error: unknown): StreamDamaged {
    const detail = `"${printable(type)}" is no event that this software understands there (${(error as Error).message}).`;
    return new StreamDamaged(stream, revision, 'unreadable', detail, { cause: error });
  }
}

const longest = 100;

/** Somebody else's word, as a line of text takes it. */
const printable = (text: string): string =>
  text.length > longest ? `${printable(text.slice(0, longest))}…` : text.replace(/\p{C}/gu, '?');

interface EventName {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
}
