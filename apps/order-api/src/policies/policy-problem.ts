import { ProblemError } from '@app/platform';
import { type PolicyRefusal, type PolicyRefusalCode } from '@app/seller-policies';

/** The HTTP status of every refusal. */
const refusalStatus: Readonly<Record<PolicyRefusalCode, number>> = {
  'role-not-allowed': 403,
  'out-of-range': 422,
  'bad-list': 422,
  'bad-calendar': 422,
  'idempotency-key-reused': 422,
  'revision-mismatch': 412,
  'too-much-contention': 503,
};

/** The answer to a policy that was not set. */
export const policyProblem = ({ code, message, pointer }: PolicyRefusal): ProblemError =>
  new ProblemError(refusalStatus[code], code, message, {
    errors: pointer === undefined ? undefined : [{ pointer, code, detail: message }],
    headers: code === 'too-much-contention' ? { 'retry-after': '1' } : undefined,
  });
