import { type Role } from './actor.js';
import { type ReasonKey, type ReasonOf, type ReasonRules, reasonTable, rulesOf } from './reasons.js';
import { type Refusal, refuse } from './refusal.js';

/** Why somebody in this role cannot give the reason: it is another's. Names those that they can. */
export function checkReason<Kind extends 'cancellation' | 'delay'>(
  kind: Kind,
  reason: ReasonOf<Kind>,
  role: Role,
  pointer: string,
): Refusal | undefined {
  const isTheirs = ({ of }: ReasonRules): boolean =>
    role === 'platform' || role === 'service' || of.includes(role);
  if (isTheirs(rulesOf(kind, reason))) return undefined;
  const theirs = Object.entries<ReasonRules>(reasonTable[kind])
    .filter(([other, rules]) => other !== 'other' && isTheirs(rules))
    .map(([other]) => `${kind === 'delay' ? 'delay-cause' : 'reason'}.${other}` as ReasonKey);
  return refuse('reason-not-yours', { reasons: { anyOf: theirs } }, pointer);
}
