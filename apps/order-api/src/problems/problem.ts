import { type Refusal } from '@app/ordering';
import { ProblemError } from '@app/platform';
import { english, type ProblemCode, problemSentence, say } from '@app/words';
import { type AnsweredCode, problemStatus } from './problem-status.js';

/** The answer with this code; where the same request may be sent again, it says when. */
export const problem = (
  code: AnsweredCode,
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

/** The answer to what was turned down, with what may be done instead. */
export function refusalProblem(refusal: Refusal<AnsweredCode & ProblemCode>): ProblemError {
  const { code, values, pointer, status, allowedCommands } = refusal;
  const detail = say(english, problemSentence(code, values));
  return problem(code, detail, {
    errors: pointer === undefined ? undefined : [{ pointer, code, detail }],
    facts: status === undefined ? undefined : { orderStatus: status, allowedCommands },
  });
}
