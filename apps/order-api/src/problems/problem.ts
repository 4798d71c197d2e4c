import { type Refusal } from '@app/ordering';
import { ProblemError } from '@app/platform';
import { problemSentence, type Sentence, sentence, type ValuesOf } from '@app/words';
import { type AnsweredCode, problemStatus } from './problem-status.js';

type Extras = ProblemError['extras'];

/** The answer with this code; where the same request may be sent again, it says when. */
export const problem = <Code extends AnsweredCode>(
  code: Code,
  values: ValuesOf<`problem.${Code}`>,
  extras?: Extras,
): ProblemError => answer(code, sentence(`problem.${code}`, values), extras);

/** The answer to what was turned down, with what may be done instead. */
export function refusalProblem(refusal: Refusal<AnsweredCode>): ProblemError {
  const { code, values, pointer, status, allowedCommands } = refusal;
  const said = problemSentence(code, values);
  return answer(code, said, {
    errors: pointer === undefined ? undefined : [{ pointer, code, sentence: said }],
    facts: status === undefined ? undefined : { orderStatus: status, allowedCommands },
  });
}

function answer(code: AnsweredCode, said: Sentence, { headers, ...extras }: Extras = {}): ProblemError {
  const status = problemStatus[code];
  const retry = status === 503 ? { 'retry-after': '1' } : undefined;
  return new ProblemError(status, code, said, { ...extras, headers: headers ?? retry });
}
