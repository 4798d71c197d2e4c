import { SpanKind } from '@opentelemetry/api';
import { inSpan } from '@app/telemetry';
import { type EventStore } from '../event-store.port.js';
import { appendHistory, readHistory, refuseRetention } from '../history.js';
import { InTurn } from './in-turn.js';
import { accepted, type Outcome, refused } from './outcome.js';
import { type Change, type CommandName, type Decide, type StreamKind } from './stream-kind.js';
import { type SeenStream, StreamMemory } from './stream-memory.js';

/** How often a change is decided again because another process wrote to the stream in between. */
const maxAttempts = 50;

/** How long a change waits for those of this process that came to the stream before it, in ms. */
const longestWaitMs = 30_000;

/** How long what was not there is not looked for again, in ms. */
const absentForMs = 1_000;

/** All streams of one kind: what each has come to, and the one way to change it. */
export class Streams<State, Event, Metadata, Refusal> {
  private readonly memory: StreamMemory<State>;
  private readonly turns = new InTurn();

  constructor(
    readonly store: EventStore,
    private readonly kind: StreamKind<State, Event, Metadata, Refusal>,
  ) {
    this.memory = new StreamMemory(kind.kept);
  }

  get prefix(): string {
    return this.kind.prefix;
  }

  /** The state as last seen by this process, which may be behind the stream. */
  lastSeen(id: string): State | undefined {
    return this.memory.get(id)?.state;
  }

  /** The state as the stream has it now; only what this process has not seen yet is read. Throws `StreamDamaged`. */
  async read(id: string): Promise<State | undefined> {
    return (await this.readOn(id)).state;
  }

  /**
   * Whether there is such a stream. What was there once is there for ever; of what was not there, another process'
   * beginning is seen after a second, since most of what is asked for never begins.
   */
  async exists(id: string): Promise<boolean> {
    if (this.memory.get(id) !== undefined) return true;
    if ((this.memory.absentFor(id) ?? Infinity) < absentForMs) return false;
    return (await this.read(id)) !== undefined;
  }

  /** Whether what this process has seen of the stream was made by this command among others. */
  knows(id: string, command: CommandName): boolean {
    return this.memory.get(id)?.commands.get(command.id)?.fingerprint === command.fingerprint;
  }

  /** Something other than appends has happened to the stream: from now on it is read anew each time. */
  forget(id: string): void {
    this.memory.forget(id);
  }

  /** Reads every stream anew when it is next asked for. */
  forgetAll(): void {
    this.memory.forgetAll();
  }

  /**
   * Appends what `decide` makes of the state, behind the revision that it was decided on. Changes of this process to one
   * stream wait in line; of those of other processes whoever appends first is ahead, and the others decide again.
   * It is decided on what this process has seen first, because the append fails where there is anything newer. A
   * refusal is given only on a state that was read for it, and so is the answer that nothing has to be recorded.
   * Throws `StreamDamaged`, and `EventStoreUnavailable`, after which the same change may be sent again.
   */
  async change(
    id: string,
    metadata: Metadata,
    decide: Decide<State, Event, Refusal>,
  ): Promise<Outcome<Change<State>, Refusal>> {
    const inTurn = (): Promise<Outcome<Change<State>, Refusal>> => this.changeInTurn(id, metadata, decide);
    return (await this.turns.take(id, inTurn, longestWaitMs)) ?? refused(this.kind.contended);
  }

  /** What `change` would come to on the newest state: that state, and the events; nothing is appended. */
  async preview(
    id: string,
    metadata: Metadata,
    decide: Decide<State, Event, Refusal>,
  ): Promise<Outcome<{ readonly state: State | undefined; readonly events: readonly Event[] }, Refusal>> {
    const seen = await this.readOn(id);
    const { state } = seen;
    const repeated = this.repeated(seen, metadata);
    if (repeated !== undefined)
      return repeated.kind === 'refused' ? repeated : accepted({ state, events: [] });
    const decision = await decide(state);
    return decision.kind === 'refused' ? decision : accepted({ state, events: decision.events });
  }

  private async changeInTurn(
    id: string,
    metadata: Metadata,
    decide: Decide<State, Event, Refusal>,
  ): Promise<Outcome<Change<State>, Refusal>> {
    let seen = this.memory.get(id) ?? unseen<State>();
    for (let attempt = 0; attempt <= maxAttempts; attempt += 1) {
      // Others who read the stream take in what is new while this one is decided.
      const decidedOn = seen.revision;
      const repeated = this.repeated(seen, metadata);
      const decision = repeated ?? (await decide(seen.state));
      if ('events' in decision && decision.events.length > 0) {
        const revision = await this.append(id, seen, decidedOn, decision.events, metadata);
        if (revision !== undefined) return accepted({ state: seen.state, revision, changed: true });
        seen = await this.readAfterConflict(id, decidedOn);
        await decision.undo?.(seen.state);
      } else if (attempt > 0) {
        if (repeated !== undefined) return repeated;
        return decision.kind === 'refused' ? decision : accepted(unchanged(seen, seen.revision));
      } else seen = await this.readOn(id);
    }
    return refused(this.kind.contended);
  }

  /** The answer to a command that came before; undefined for a new one. */
  private repeated(seen: SeenStream<State>, metadata: Metadata): Outcome<Change<State>, Refusal> | undefined {
    const { commands } = this.kind;
    const command = commands?.of(metadata);
    const first = command && seen.commands.get(command.id);
    if (commands === undefined || first === undefined) return undefined;
    return first.fingerprint === command?.fingerprint
      ? accepted(unchanged(seen, first.revision))
      : refused(commands.reused);
  }

  /** The revision of the last of the events, which `seen` has now; undefined where somebody else wrote first. */
  private async append(
    id: string,
    seen: SeenStream<State>,
    decidedOn: number,
    events: readonly Event[],
    metadata: Metadata,
  ): Promise<number | undefined> {
    const result = await inSpan('append', { kind: SpanKind.CLIENT }, async (span) => {
      const encoded = events.map((event) => this.kind.encode(event, metadata));
      const known = decidedOn < 0 ? undefined : decidedOn;
      const appended = await appendHistory(this.store, this.streamOf(id), known, encoded);
      span.setAttributes({ 'append.events': events.length, 'append.result': appended.kind });
      return appended;
    });
    if (result.kind === 'conflict') return undefined;
    events.forEach((event, index) => this.takeIn(seen, event, metadata, decidedOn + 1 + index));
    this.memory.keep(id, seen);
    return result.revision;
  }

  /** Where the log has nothing newer, what this process knows is not what stands there. */
  private async readAfterConflict(id: string, decidedOn: number): Promise<SeenStream<State>> {
    const newest = await this.readOn(id);
    if (newest.revision !== decidedOn) return newest;
    this.forget(id);
    return this.readOn(id);
  }

  private async readOn(id: string): Promise<SeenStream<State>> {
    const seen = this.memory.get(id) ?? unseen<State>();
    const stream = this.streamOf(id);
    const isNew = seen.revision < 0 && this.memory.absentFor(id) === undefined;
    const read = readHistory(this.store, stream, seen.revision + 1, (recorded) => {
      const { event, metadata } = this.kind.decode(recorded);
      this.takeIn(seen, event, metadata, recorded.revision);
    });
    await Promise.all([toEnd(read), isNew ? refuseRetention(this.store, stream) : undefined]);
    return this.memory.keep(id, seen);
  }

  /** Another reading of the same stream may have been faster. */
  private takeIn(seen: SeenStream<State>, event: Event, metadata: Metadata, revision: number): void {
    if (revision !== seen.revision + 1) return;
    seen.state = this.kind.evolve(seen.state, event, revision);
    seen.revision = revision;
    const command = this.kind.commands?.of(metadata);
    if (command !== undefined) seen.commands.set(command.id, { fingerprint: command.fingerprint, revision });
  }

  private streamOf = (id: string): string => `${this.kind.prefix}${id}`;
}

const unseen = <State>(): SeenStream<State> => ({ state: undefined, revision: -1, commands: new Map() });

const unchanged = <State>({ state }: SeenStream<State>, revision: number): Change<State> => ({
  state,
  revision,
  changed: false,
});

async function toEnd(reading: AsyncIterable<void>): Promise<void> {
  for await (const _ of reading);
}
