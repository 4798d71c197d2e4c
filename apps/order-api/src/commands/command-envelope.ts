import { randomUUID } from 'node:crypto';
import { type FastifyRequest } from 'fastify';
import { commandIdFor, type CommandRequest, orderIdFor } from '@app/order-log';
import { type Actor } from '@app/ordering';
import { onlyFor } from '../access/access.js';
import { actorOf } from '../access/actor-of.js';
import { keyPattern } from '../fields/text-fields.js';
import { checkedOrderId } from '../orders/order-id.js';
import { problem } from '../problems/problem.js';

/** All of a command's request but the command: which order it is for, who sent it, when and on which condition. */
export type CommandEnvelope = Omit<CommandRequest, 'command'>;

/** What address and headers say. Without an `Idempotency-Key` every request is a command of its own. */
export function envelopeOf(request: FastifyRequest): CommandEnvelope {
  const { headers, id: correlationId } = request;
  const { id } = request.params as { id?: string };
  const actor = actorOf(request);
  const key = keyOf(request);
  const orderId = id === undefined ? newOrderId(actor, key) : checkedOrderId(id);
  return {
    orderId,
    commandId: key === undefined ? randomUUID() : commandIdFor(actor, orderId, key),
    correlationId,
    actor,
    onBehalfOf: representedBy(actor, headers['on-behalf-of']),
    at: new Date().toISOString(),
    expectedRevision: revisionOf(headers['if-match']),
  };
}

const newOrderId = (actor: Actor, key: string | undefined): string =>
  key === undefined ? randomUUID() : orderIdFor(actor, key);

function representedBy(actor: Actor, header: Header): Actor | undefined {
  const found = matched('On-Behalf-Of', header, /^(buyer|seller):([A-Za-z0-9._:-]{1,64})$/, 'representative');
  if (found === undefined) return undefined;
  if (actor.role !== 'service') throw onlyFor(['service']);
  return { role: found[1] === 'buyer' ? 'buyer' : 'seller', id: found[2]! };
}

/** What the sender names the command by, to send it again. */
export const keyOf = ({ headers }: FastifyRequest): string | undefined =>
  matched('Idempotency-Key', headers['idempotency-key'], keyPattern, 'printable')?.[0];

/** The revision in an entity tag such as `"3"`; `*` asks for none in particular. */
export function revisionOf(header: Header): number | undefined {
  const revision = matched('If-Match', header, /^(?:\*|"(\d{1,15})")$/, 'etag')?.[1];
  return revision === undefined ? undefined : Number(revision);
}

type Header = string | string[] | undefined;

function matched(
  name: string,
  header: Header,
  pattern: RegExp,
  form: 'representative' | 'printable' | 'etag',
): RegExpExecArray | undefined {
  if (header === undefined) return undefined;
  const found = typeof header === 'string' ? pattern.exec(header) : null;
  if (found === null) throw problem('malformed-header', { name, form: { key: `form.${form}` } });
  return found;
}
