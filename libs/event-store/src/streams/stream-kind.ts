import { type NewEvent, type RecordedEvent } from '../event-store.port.js';
import { type StreamDecision } from './outcome.js';

/** How the streams of one kind are read and written. */
export interface StreamKind<State, Event, Metadata, Refusal> {
  /** The streams' names begin with this; what follows is the id. */
  readonly prefix: string;
  /** Throws for what this version of the software does not know. */
  readonly decode: (recorded: RecordedEvent) => { readonly event: Event; readonly metadata: Metadata };
  readonly encode: (event: Event, metadata: Metadata) => NewEvent;
  /** The state after one more event; one of many thousand events may grow in place. Throws where the event cannot follow. */
  readonly evolve: (state: State | undefined, event: Event, revision: number) => State;
  /** How many streams are kept at hand; one that is not among them is read anew. */
  readonly kept: number;
  /** The refusal where others were ahead again and again. */
  readonly contended: Refusal;
  /** Of streams that know a command again. */
  readonly commands?: {
    of(metadata: Metadata): CommandName;
    /** The refusal of a command whose id came before with something else. */
    readonly reused: Refusal;
  };
}

export interface CommandName {
  readonly id: string;
  /** Digest of what is asked for. */
  readonly fingerprint: string;
}

/** What a change came to. */
export interface Change<State> {
  /** The newest that this process knows; undefined where the stream has no event. */
  readonly state: State | undefined;
  /** Of the last event that the change made, now or when the same command came first; else the stream's; -1 without one. */
  readonly revision: number;
  /** False where all was recorded before. */
  readonly changed: boolean;
}

/** Decides on a state. `undo` takes back what deciding did elsewhere, when others were ahead of the append. */
export type Decide<State, Event, Refusal> = (
  state: State | undefined,
) => Undoable<State, Event, Refusal> | Promise<Undoable<State, Event, Refusal>>;

type Undoable<State, Event, Refusal> = StreamDecision<Event, Refusal> & {
  readonly undo?: (newest: State | undefined) => Promise<void>;
};
