import { type NewEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { type Append, type AppendAnswer } from './append.js';

/** Appends that are written as one. */
export interface Run {
  readonly appends: Append[];
  readonly events: NewEvent[];
}

/** Appends to one stream that expect nothing, one behind the other and without an event twice, are one run. */
export function runsOf(batch: readonly Append[]): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run & { readonly ids: Set<string> }>();
  for (const append of batch) {
    const { stream, expected, events } = append;
    if (expected !== 'any' || events.length === 0) {
      open.delete(stream);
      runs.push({ appends: [append], events: [...events] });
      continue;
    }
    let run = open.get(stream);
    if (!run || events.some(({ id }) => run!.ids.has(id))) {
      run = { appends: [], events: [], ids: new Set() };
      open.set(stream, run);
      runs.push(run);
    }
    run.appends.push(append);
    run.events.push(...events);
    for (const { id } of events) run.ids.add(id);
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
