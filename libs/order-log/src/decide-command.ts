import { refused, type StreamDecision } from '@app/event-store';
import {
  type Actor,
  decide,
  type DecisionContext,
  type NamedActor,
  type OrderEvent,
  reachRefusal,
  refuse,
  roleRefusal,
  withProvider,
} from '@app/ordering';
import { type CommandRefusal, type CommandRequest } from './command-request.js';
import { type FoldedOrder } from './folded-order.js';
import { refuseSending } from './sending-refusal.js';

/** What a decision depends on besides the order and the command. */
export interface Circumstances extends Pick<
  DecisionContext,
  'policy' | 'stocked' | 'priceTerms' | 'offered' | 'offers' | 'missing' | 'isHistory'
> {
  /** The names that mean the sender; the sender's id alone where it is left out. */
  readonly names?: NamedActor['names'];
}

/**
 * What a command comes to on this state of its order. Refuses it where the order is not its sender's, or is not at the
 * revision that the sender saw; else the order's rules decide.
 */
export function decideCommand(
  folded: FoldedOrder | undefined,
  request: CommandRequest,
  { names, ...circumstances }: Circumstances,
): StreamDecision<OrderEvent, CommandRefusal> {
  const { commandId, at, actor, imported, expectedRevision } = request;
  const party = { ...partyOf(request), names };
  const command = withProvider(request.command, party);
  if (command.type === 'create' && party.role === 'buyer' && command.buyerId !== party.id)
    return refused(refuse('not-your-account', {}, '/buyerId'));
  if (command.type === 'create' && actor.role === 'buyer' && !imported && command.quoteId === undefined)
    return refused(refuse('quote-required', {}, '/quoteId'));
  const notTheirs = folded && reachRefusal(folded.order, command, party);
  if (notTheirs !== undefined) return refused(notTheirs);
  if (folded !== undefined && expectedRevision !== undefined && expectedRevision !== folded.revision)
    return refused(refuseSending('revision-mismatch'));
  return decide(folded?.order, command, { at, commandId, role: party.role, ...circumstances });
}

/** The refusal of a command that its sender's role may never send: given before anything is said of the order. */
export function refusedForRole(request: CommandRequest) {
  const refusal = roleRefusal(request.command.type, partyOf(request).role);
  return refusal && refused(refusal);
}

/** In whose place the command is decided. */
export const partyOf = (request: CommandRequest): Actor => request.onBehalfOf ?? request.actor;
