import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import { type StatusEvent, type StatusEventType, toRecord } from '@app/status-events';

/** Where a backend service wants to receive status events, and of which. */
export interface WebhookRequest {
  /** http or https. */
  readonly url: string;
  /** All types where it is missing. */
  readonly eventTypes?: readonly StatusEventType[];
  /** Only the orders of this seller; those of all where it is missing. */
  readonly sellerId?: string;
}

export interface Webhook extends WebhookRequest {
  readonly id: string;
  /** The service that made it. */
  readonly ownerId: string;
  readonly createdAt: Date;
  /** Since when nothing was taken there. */
  readonly failingSince?: Date;
  /** Why and since when nothing is sent there any more. */
  readonly disabled?: { readonly at: Date; readonly reason: string };
}

/** Whether a webhook gets the event. Imported history is no news for anybody. */
export const wants = ({ eventTypes, sellerId }: WebhookRequest, { type, data }: StatusEvent): boolean =>
  !data.imported &&
  (eventTypes === undefined || eventTypes.includes(type)) &&
  (sellerId === undefined || sellerId === data.sellerId);

/** A new secret, as the Standard Webhooks specification writes it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The event as JSON: a CloudEvent in structured mode, with the names of its Kafka headers as attributes. */
export function bodyOf(event: StatusEvent): string {
  const { headers } = toRecord(event);
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce_') ? [[name.slice('ce_'.length), value]] : [],
  );
  return JSON.stringify({
    ...Object.fromEntries(attributes),
    datacontenttype: 'application/json',
    data: event.data,
  });
}

/**
 * What proves that a request comes from here (https://www.standardwebhooks.com): the id stays the same for every
 * attempt, the time in seconds is that of the attempt.
 */
export function signedHeaders(
  { id, body, secret }: { readonly id: string; readonly body: string; readonly secret: string },
  at: Date,
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Signer(secret).sign(id, at, body),
  };
}
