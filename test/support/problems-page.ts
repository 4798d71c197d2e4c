import { catalogue, english, type ProblemCode, text } from '@app/words';
import { type AnsweredCode, problemStatus } from '../../apps/order-api/src/problems/problem-status.js';

/** What any HTTP request can come to, whatever the app. */
const ofEveryRequest: Readonly<Record<Exclude<ProblemCode, AnsweredCode>, number>> = {
  'malformed-request': 400,
  'malformed-json': 400,
  unauthenticated: 401,
  'not-allowed': 403,
  'no-such-path': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'body-too-large': 413,
  'address-too-long': 414,
  'headers-too-large': 431,
  'internal-error': 500,
  'not-ready': 503,
  'temporarily-unavailable': 503,
};

/** What the sender does next, by status; where it is sent again, an `Idempotency-Key` makes sure that it is one. */
const next: Readonly<Record<number, string>> = {
  400: 'Send another request: this one is never understood.',
  401: 'Send it with a token, or a signature, that holds.',
  403: 'Let somebody send it who may.',
  404: 'Do not send it again: it is not there, or it is not yours.',
  405: 'Use a method that the path takes.',
  408: 'Send the same again.',
  409: 'Look at what is there: `allowedCommands` says what can be done with an order instead. Send it again only when that has changed; `order-not-visible-yet` at once, after `Retry-After`.',
  412: 'Read it again, decide again, and send it with the new `ETag`.',
  413: 'Send less at a time.',
  414: 'Send less in the address.',
  415: 'Send it as what the route takes.',
  422: 'Change what `errors` names; the same again is refused again.',
  431: 'Send fewer headers.',
  500: 'Send the same again later, with the same `Idempotency-Key`. It is our mistake, and in our log.',
  503: 'Send the same again after `Retry-After`, with the same `Idempotency-Key`.',
};

/** docs/problems.md, as the codes and their sentences make it. */
export function problemsPage(): string {
  const statuses = Object.entries({ ...problemStatus, ...ofEveryRequest });
  const groups = Object.entries(next).map(([status, advice]) => {
    const rows = statuses
      .filter(([, code]) => String(code) === status)
      .map(([code]) => `| \`${code}\` | ${saysOf(code as ProblemCode)} |`)
      .sort();
    return [`## ${status}`, '', advice, '', '| code | says |', '| --- | --- |', ...rows, ''].join('\n');
  });
  return [head, ...groups].join('\n');
}

const head = [
  '# Problems',
  '',
  'Every error is answered as `application/problem+json` (RFC 9457). Decide by its `code`, which never changes; `type` is',
  '`urn:problem:<code>`. `detail` is for people, in the language of `Accept-Language`: below as it reads in English, with',
  '`‹name›` for what it fills in. `errors` names the places of a body that are wrong. Where a history that is needed cannot be',
  'read, the answer is 409 with `order-history-damaged`, or what else is damaged: it is looked after.',
  '',
].join('\n');

/** The sentence with the names of what fills it. */
function saysOf(code: ProblemCode): string {
  const message: string = catalogue.en[`problem.${code}`];
  const names = [...message.matchAll(/\{(\w+)(, plural)?/g)];
  const values = Object.fromEntries(names.map(([, name, plural]) => [name!, plural ? 2 : `‹${name}›`]));
  return text(english, `problem.${code}`, values).replaceAll('|', '\\|');
}
