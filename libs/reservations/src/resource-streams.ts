import { LRUCache } from 'lru-cache';
import {
  appendHistory,
  type EventStore,
  type NewEvent,
  readHistory,
  type RecordedEvent,
  refuseRetention,
  StreamDamaged,
} from '@app/event-store';
import { InTurn } from './in-turn.js';
import { type Causation } from './resource-codec.js';

/** What a stream has come to. It grows with its events in place: a popular one has many thousands. */
export interface Growing<Event> {
  /** Of its last event. */
  revision: number;
  /** Facts are never refused. */
  apply(event: Event): void;
}

/** How the streams of one kind of resource are read and written. */
export interface StreamKind<State extends Growing<Event>, Event, Refusal> {
  /** What a stream with this first event has come to. */
  readonly begin: (first: Event) => State;
  readonly encode: (event: Event, causation: Causation) => NewEvent;
  readonly decode: (recorded: RecordedEvent) => Event;
  /** The answer where others were ahead again and again. */
  readonly contended: Refusal;
}

/** What is to be recorded, nothing where it is recorded already, or why it is refused. */
export type ResourceDecision<Event, Refusal> =
  { readonly events: readonly Event[] } | { readonly refusal: Refusal };

/** The resource after what was asked, or why it was refused and nothing was recorded. */
export type ResourceOutcome<State, Refusal> =
  | {
      readonly state: State | undefined;
      /** False where all was recorded before. */
      readonly changed: boolean;
    }
  | { readonly refusal: Refusal };

/** How many resources of a kind are kept at hand; one that is not among them is read from its stream. */
const keptStates = 1000;

/** How long what was not there is not looked for again. */
const absentForMs = 1_000;

/** How often a decision is made again because another process wrote to the stream in between. */
const maxAttempts = 50;

/** All resources of one kind, each a stream of the event log. What is asked of one is decided on its newest state. */
export abstract class ResourceStreams<
  State extends Growing<Event>,
  Event extends { readonly type: string },
  Refusal,
> {
  private readonly kept = new LRUCache<string, State>({ max: keptStates });
  private readonly absent = new LRUCache<string, true>({ max: 10 * keptStates, ttl: absentForMs });
  private readonly unkept = new LRUCache<string, true>({ max: keptStates });
  private readonly turns = new InTurn();

  constructor(
    private readonly store: EventStore,
    private readonly kind: StreamKind<State, Event, Refusal>,
  ) {}

  /** The resource as its stream has it now; only what this process has not seen yet is read. Throws `StreamDamaged`. */
  async read(stream: string): Promise<State | undefined> {
    const known = this.kept.get(stream);
    if (known !== undefined) return this.keep(stream, await this.readOn(stream, known));
    const [state] = await Promise.all([this.readOn(stream, known), refuseRetention(this.store, stream)]);
    return this.keep(stream, state);
  }

  /** Something other than appends has happened to the stream: from now on it is read anew each time. */
  forget(stream: string): void {
    this.unkept.set(stream, true);
    this.kept.delete(stream);
    this.absent.delete(stream);
  }

  /** Reads every stream anew when it is next asked for. */
  forgetAll(): void {
    this.kept.clear();
    this.absent.clear();
  }

  /**
   * Whether there is such a resource. What was there once is there for ever; of what was not there, another process'
   * beginning is seen after a second, since most of what is asked for never begins.
   */
  async exists(stream: string): Promise<boolean> {
    if (this.kept.has(stream)) return true;
    if (this.absent.has(stream)) return false;
    const found = (await this.read(stream)) !== undefined;
    if (!found) this.absent.set(stream, true);
    return found;
  }

  /**
   * Carries out what `decide` makes of the resource. Requests of this process to one stream take turns; of those of
   * other processes, whoever appends first is ahead, and the others decide again. It is decided on what this process
   * has seen first, because an append fails where there is anything newer; nothing is refused on that.
   */
  change(
    stream: string,
    causation: Causation,
    decide: (state: State | undefined) => ResourceDecision<Event, Refusal>,
  ): Promise<ResourceOutcome<State, Refusal>> {
    return this.turns.take(stream, async () => {
      let state: State | undefined = this.kept.get(stream);
      for (let attempt = 0; attempt <= maxAttempts; attempt += 1) {
        const decided = decide(state);
        if ('events' in decided && decided.events.length > 0) {
          const grown = await this.append(stream, state, decided.events, causation);
          if (grown !== undefined) return { state: grown, changed: true };
        } else if (attempt > 0) {
          return 'refusal' in decided ? decided : { state, changed: false };
        }
        state = await this.read(stream);
      }
      return { refusal: this.kind.contended };
    });
  }

  /** Carries out what the resource's own rules never refuse; throws where others are ahead again and again. */
  async settle(
    stream: string,
    decide: (state: State | undefined) => ResourceDecision<Event, Refusal>,
  ): Promise<void> {
    const outcome = await this.change(stream, {}, decide);
    if ('refusal' in outcome)
      throw new Error(`${stream} cannot be settled: ${JSON.stringify(outcome.refusal)}`);
  }

  /** The resource with the new events in it, or undefined when somebody else wrote first. */
  private async append(
    stream: string,
    state: State | undefined,
    events: readonly Event[],
    causation: Causation,
  ): Promise<State | undefined> {
    const encoded = events.map((event) => this.kind.encode(event, causation));
    const result = await appendHistory(this.store, stream, state?.revision, encoded);
    if (result.kind === 'conflict') return undefined;
    const first = result.revision - events.length + 1;
    let grown = state;
    events.forEach((event, index) => (grown = this.grow(grown, event, first + index)));
    return this.keep(stream, grown);
  }

  private async readOn(stream: string, known: State | undefined): Promise<State | undefined> {
    let state = known;
    let revision = known === undefined ? 0 : known.revision + 1;
    for await (const event of readHistory(this.store, stream, revision, this.kind.decode))
      state = this.grown(stream, state, event, revision++);
    return state;
  }

  /** Throws `StreamDamaged` for an event that does not follow from those before it. */
  private grown(stream: string, state: State | undefined, event: Event, revision: number): State {
    try {
      return this.grow(state, event, revision);
    } catch (error) {
      throw StreamDamaged.byEvent({ stream, revision, type: event.type }, error);
    }
  }

  /** Another reading of the same stream may have been faster. */
  private grow(state: State | undefined, event: Event, revision: number): State {
    if (state === undefined) return this.kind.begin(event);
    if (revision === state.revision + 1) {
      state.apply(event);
      state.revision = revision;
    }
    return state;
  }

  private keep(stream: string, state: State | undefined): State | undefined {
    if (this.unkept.has(stream)) return state;
    const known = this.kept.get(stream);
    if (state === undefined || (known !== undefined && known.revision > state.revision)) return known;
    this.kept.set(stream, state);
    return state;
  }
}
