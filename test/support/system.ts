import { randomUUID } from 'node:crypto';
import { type Role } from '@app/ordering';
import { mintToken } from '@app/platform';
import { within } from '@app/workers/testing';

export const secret = 'a secret for tests, long enough to sign with';

/** Milliseconds after which a call will not be answered any more. */
const defaultTimeoutMs = 60_000;

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CallRequest {
  /** `role:id` of the sender. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: object;
}

/** The order system as its callers see it, however many processes it runs in. */
export abstract class System {
  /** Where the API listens now. */
  protected abstract get url(): string;
  /** Stops everything in order, and starts it again on the same data. */
  abstract restart(): Promise<void>;
  abstract stop(): Promise<void>;

  async call<Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { as = 'service:backend', body, headers = {} }: CallRequest = {},
  ): Promise<Answer<Body>> {
    const [role, sub] = as.split(':') as [Role, string];
    const token = await mintToken(secret, { role, sub, ttl: 60 });
    const calling = fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const response = await within(defaultTimeoutMs, `the answer to ${method} ${path}`, calling);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  }

  /** Nobody else uses this name, so lists hold only what one test made. */
  name(prefix: string): string {
    return `${prefix}-${randomUUID().slice(0, 8)}`;
  }
}
