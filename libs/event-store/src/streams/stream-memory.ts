import { LRUCache } from 'lru-cache';

/** A stream as far as this process has read it. */
export interface SeenStream<State> {
  /** Undefined while the stream has no event. */
  state: State | undefined;
  /** Of its last event; -1 while it has none. */
  revision: number;
  /** The commands that its events were made by, with the revision of the last event of each. */
  readonly commands: Map<string, { readonly fingerprint: string; readonly revision: number }>;
}

/** How many absent streams are remembered. */
const mostAbsent = 10_000;

/** How many streams are remembered as not to be kept. */
const mostUnkept = 1_000;

/** The streams of one kind that a process keeps at hand, and those that it has found to be absent. */
export class StreamMemory<State> {
  private readonly kept: LRUCache<string, SeenStream<State>>;
  /** With when they were looked for. */
  private readonly absent = new Map<string, number>();
  private readonly unkept = new LRUCache<string, true>({ max: mostUnkept });

  constructor(max: number) {
    this.kept = new LRUCache({ max });
  }

  get = (id: string): SeenStream<State> | undefined => this.kept.get(id);

  /** How long ago the stream was looked for and not there, in ms; undefined where that is not known. */
  absentFor(id: string): number | undefined {
    const at = this.absent.get(id);
    return at === undefined ? undefined : performance.now() - at;
  }

  /** Remembers the stream, unless a newer reading of it is known, and gives the newer one. */
  keep(id: string, seen: SeenStream<State>): SeenStream<State> {
    if (this.unkept.has(id)) return seen;
    const known = this.kept.get(id);
    if (known !== undefined && known.revision >= seen.revision) return known;
    if (seen.revision < 0) this.noteAbsent(id);
    else {
      this.absent.delete(id);
      this.kept.set(id, seen);
    }
    return seen;
  }

  /** Forgets the stream for good: a reading of it that is under way may be of before. */
  forget(id: string): void {
    this.unkept.set(id, true);
    this.kept.delete(id);
    this.absent.delete(id);
  }

  forgetAll(): void {
    this.kept.clear();
    this.absent.clear();
  }

  private noteAbsent(id: string): void {
    if (this.absent.size >= mostAbsent) this.absent.clear();
    this.absent.set(id, performance.now());
  }
}
