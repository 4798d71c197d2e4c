import { type StreamDecision } from '@app/event-store';
import {
  type Actor,
  decide,
  type DecisionContext,
  mayReach,
  type OrderEvent,
  refuse,
  roleRefusal,
} from '@app/ordering';
import { type CommandRefusal, type CommandRequest } from './command-request.js';
import { type FoldedOrder } from './folded-order.js';

/** What a decision depends on besides the order and the command. */
export type Circumstances = Pick<DecisionContext, 'policy' | 'stocked' | 'missing' | 'isHistory'>;

/** What a command comes to on this state of its order: whether it is its sender's, whether they saw it so, and what is decided. */
export function decideCommand(
  folded: FoldedOrder | undefined,
  request: CommandRequest,
  circumstances: Circumstances,
): StreamDecision<OrderEvent, CommandRefusal> {
  const { command, commandId, at, expectedRevision } = request;
  const party = partyOf(request);
  if (command.type === 'create' && party.role === 'buyer' && command.buyerId !== party.id)
    return refused('not-your-account', 'You can only order for yourself.', '/buyerId');
  if (folded !== undefined && !mayReach(folded.order, party))
    return { kind: 'refused', refusal: refuse('order-not-found', 'There is no such order.') };
  if (folded !== undefined && expectedRevision !== undefined && expectedRevision !== folded.revision)
    return refused('revision-mismatch', `The order is at revision ${folded.revision}; look at it again.`);
  return decide(folded?.order, command, { at, commandId, role: party.role, ...circumstances });
}

/** The refusal of a command that its sender's role may never send: told before anything tells of the order. */
export function refusedForRole(request: CommandRequest) {
  const refusal = roleRefusal(request.command.type, partyOf(request).role);
  return refusal && ({ kind: 'refused', refusal } as const);
}

/** In whose place the command is decided. */
export const partyOf = (request: CommandRequest): Actor => request.onBehalfOf ?? request.actor;

const refused = (code: CommandRefusal['code'], message: string, pointer?: string) =>
  ({ kind: 'refused', refusal: { code, message, pointer } }) as const;
