import { refuser } from '@app/ordering';

/** What a command is turned down for because of how it was sent; no sentence names more than the code says. */
export const sendingRefusals = {
  'idempotency-key-reused': [],
  'revision-mismatch': [],
  'too-much-contention': [],
} as const;

export const refuseSending = refuser(sendingRefusals);
