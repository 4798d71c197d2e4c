/** Work that goes on for ever: after each failure it is begun anew, from where it was. */
export interface Work {
  /** What logs, readiness and metrics call it. */
  readonly name: string;
  /**
   * Goes on from what was kept, until the signal of the turn. Throws where it cannot go on; where it returns earlier,
   * the work has come to its end.
   */
  readonly run: (turn: Turn) => Promise<void>;
  /**
   * Whether something waits to be done; asked when nothing was heard of the work for a while. Work without it calls
   * `progressed` also while there is nothing to do.
   */
  readonly hasMore?: () => Promise<boolean>;
}

/** What a piece of work is given each time it is begun. */
export interface Turn {
  /** Ends the turn after what is under way. */
  readonly signal: AbortSignal;
  /** Reports that something was done, or that there is nothing to do: the next failure counts as the first one. */
  readonly progressed: () => void;
  /** Reports why nothing comes, once per change of the reason, and undefined once it goes on. */
  readonly onTrouble: (trouble: Error | undefined) => void;
}
