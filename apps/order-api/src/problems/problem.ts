import { type CommandRefusal } from '@app/order-log';
import { ProblemError } from '@app/platform';
import { type ProblemCode, problemStatus } from './problem-status.js';

/** The answer with this code; where the same request may be sent again, it says when. */
export const problem = (
  code: ProblemCode,
  detail: string,
  { headers, ...extras }: ProblemError['extras'] = {},
): ProblemError => {
  const status = problemStatus[code];
  const retry = status === 503 ? { 'retry-after': '1' } : undefined;
  return new ProblemError(status, code, detail, { ...extras, headers: headers ?? retry });
};

/** The answer to what names a place of the request that is wrong. */
export const problemAt = (
  code: 'invalid-body' | 'invalid-query',
  pointer: string,
  reason: string,
  detail: string,
): ProblemError =>
  problem(code, `Wrong at "${pointer}": ${detail}`, { errors: [{ pointer, code: reason, detail }] });

type AnyRefusal = Omit<CommandRefusal, 'code'> & { readonly code: ProblemCode };

/** The answer to what was turned down, with what may be done instead. */
export const refusalProblem = ({
  code,
  message,
  pointer,
  status,
  allowedCommands,
}: AnyRefusal): ProblemError =>
  problem(code, message, {
    errors: pointer === undefined ? undefined : [{ pointer, code, detail: message }],
    facts: status === undefined ? undefined : { orderStatus: status, allowedCommands },
  });
