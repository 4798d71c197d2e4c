import { type Deadline } from '@grpc/grpc-js';

/** Whether nobody waits for the answer any more: what the call asks for must not be done then. */
export const isOver = (call: { readonly cancelled: boolean; getDeadline(): Deadline }): boolean =>
  call.cancelled || Number(call.getDeadline()) <= Date.now();
