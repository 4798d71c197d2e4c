/**
 * A place in the whole log. EventStoreDB gives it in two halves. An event's halves are the same number. Behind events
 * that a filter left out, the server may send (commit, 0): everything before that commit was looked at. So both halves
 * are kept, compared and resumed from. PostgreSQL gives both the same number.
 */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** The place of an event that has one number for both halves. */
export const positionAt = (place: bigint): Position => ({ commit: place, prepare: place });

/** Below 0 where `one` comes before `other` in the log, above 0 where it comes behind it, 0 where they are the same. */
export function comparePositions(one: Position, other: Position): number {
  if (one.commit !== other.commit) return one.commit < other.commit ? -1 : 1;
  if (one.prepare !== other.prepare) return one.prepare < other.prepare ? -1 : 1;
  return 0;
}

/** Whether `one` lies behind `other`; everything lies behind undefined, the place before the first event. */
export const isBehind = (one: Position, other: Position | undefined): boolean =>
  other === undefined || comparePositions(one, other) > 0;

/** Whichever lies further on in the log; undefined is the place before the first event. */
export function furtherOf(one: Position | undefined, other: Position | undefined): Position | undefined {
  if (one === undefined) return other;
  return isBehind(one, other) ? one : other;
}

/** `"1024"`, or `"1024/0"` where the halves differ: as tables, topics and the command line keep and show it. */
export const positionText = ({ commit, prepare }: Position): string =>
  commit === prepare ? `${commit}` : `${commit}/${prepare}`;

/** Reads what `positionText` writes; throws where it is no position. */
export function parsePosition(text: string): Position {
  const halves = /^(\d+)(?:\/(\d+))?$/.exec(text);
  if (!halves) throw new Error(`"${text}" is no position in the log.`);
  const [, commit = '', prepare = commit] = halves;
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
