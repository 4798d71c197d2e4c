import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** Posts JSON and resolves to the status of the answer, whatever it is; throws where there is none in time. */
export interface Poster {
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number>;
  close(): void;
}

/**
 * Posts to the public internet. An address that is not public is refused when the connection is made, whatever the
 * name was, unless `allowPrivate`: nobody shall reach through us what only we can reach. Redirects are not followed.
 */
export function webhookPoster({
  allowPrivate,
  timeoutMs = 8000,
}: {
  readonly allowPrivate: boolean;
  /** How long a receiver may take. */
  readonly timeoutMs?: number;
}): Poster {
  const options = {
    keepAlive: true,
    allowPrivateIPAddress: allowPrivate,
    allowMetaIPAddress: allowPrivate,
  };
  const [http, https] = [new RequestFilteringHttpAgent(options), new RequestFilteringHttpsAgent(options)];
  return {
    post: (url, headers, body) =>
      new Promise((resolve, reject) => {
        const secure = new URL(url).protocol === 'https:';
        const send = secure ? httpsRequest : httpRequest;
        const request = send(url, {
          method: 'POST',
          agent: secure ? https : http,
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          signal: AbortSignal.timeout(timeoutMs),
        });
        request.on('error', (error) =>
          reject(error.name === 'TimeoutError' || error.name === 'AbortError' ? tooSlow(timeoutMs) : error),
        );
        request.on('response', (response) => {
          resolve(response.statusCode!);
          // What else it says is of no interest, and is cut off where it does not end in time.
          response.on('error', () => {}).resume();
        });
        request.end(body);
      }),
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

const tooSlow = (timeoutMs: number): Error => new Error(`There was no answer within ${timeoutMs / 1000} s.`);
