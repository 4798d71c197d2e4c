import { type Position, positionAt } from '../position.js';

/** In PostgreSQL a place is one number, from 1 on; 0 is the place before the first event. */
export type Place = bigint;

/** All events behind the position have a higher place than this. */
export function placeOf(position: Position | undefined): Place {
  if (position === undefined) return 0n;
  const { commit, prepare } = position;
  return prepare < commit ? commit - 1n : commit;
}

/** All events before the position have a lower place than this. */
export const placeBefore = ({ commit, prepare }: Position): Place =>
  prepare > commit ? commit + 1n : commit;

export const toPosition = (place: Place): Position | undefined =>
  place === 0n ? undefined : positionAt(place);
