import { signatureOf } from '../webhooks/webhook-signature.js';
import { webhookSecret } from './api-under-test.js';
import { type Api } from './orders.js';

interface Signing {
  readonly secret?: string;
  readonly at?: number;
}

export const seconds = (): number => Math.floor(Date.now() / 1000);

/** Sends bodies as their sender signs them. */
export const reporter =
  (api: Api) =>
  (path: string, body: object | string, { secret = webhookSecret, at = seconds() }: Signing = {}) => {
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'webhook-signature': signatureOf(secret, at, raw) };
    return api.post(`/webhooks/${path}`, raw, { as: null, headers });
  };
