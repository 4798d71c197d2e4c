/** Every reason for which a policy is not set. Codes are stable: callers decide by them. */
export type PolicyRefusalCode =
  | 'role-not-allowed'
  | 'out-of-range'
  | 'bad-list'
  | 'bad-calendar'
  | 'idempotency-key-reused'
  | 'revision-mismatch'
  | 'too-much-contention';

/** A policy that was not set: nothing was recorded. */
export interface PolicyRefusal {
  readonly code: PolicyRefusalCode;
  /** For a person: what is wrong, and what to do about it. */
  readonly message: string;
  /** Where in the terms the trouble is (JSON pointer), if it is in one place. */
  readonly pointer?: string;
}

export const refuse = (code: PolicyRefusalCode, message: string, pointer?: string): PolicyRefusal => ({
  code,
  message,
  ...(pointer === undefined ? {} : { pointer }),
});
