import { type NewEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { type Append, type AppendAnswer } from './append-batch.js';

/** Appends that are written as one. */
export interface Run {
  readonly appends: Append[];
  readonly events: NewEvent[];
}

/** Appends to one stream that expect nothing, one behind the other and without an event twice, are one run. */
export function runsOf(batch: readonly Append[]): Run[] {
  const runs: Run[] = [];
  const last = new Map<string, Run & { readonly ids: Set<string> }>();
  for (const append of batch) {
    const { stream, expected, events } = append;
    const run = last.get(stream);
    const joins = run && expected === 'any' && events.length > 0 && !events.some(({ id }) => run.ids.has(id));
    const into = joins ? run : { appends: [], events: [], ids: new Set<string>() };
    into.appends.push(append);
    into.events.push(...events);
    for (const { id } of events) into.ids.add(id);
    if (joins) continue;
    runs.push(into);
    if (expected === 'any' && events.length > 0) last.set(stream, into);
    else last.delete(stream);
  }
  return runs;
}

/** What a run was answered, for each of its appends: what they wrote stands one behind the other. */
export function shares(answer: AppendAnswer, appends: readonly Append[]): AppendAnswer[] {
  let behind = appends.reduce((sum, { events }) => sum + events.length, 0);
  return appends.map(({ events }) => {
    behind -= events.length;
    if (answer.kind !== 'appended' || behind === 0) return answer;
    const position = positionAt(answer.position.commit - BigInt(behind));
    return { ...answer, revision: answer.revision - behind, position };
  });
}
