import { type Fact } from '../fact.js';
import { type Units } from '../order-terms.js';
import { type Fault } from '../reasons.js';
import { type TimerName } from '../timers.js';
import { type CancelOrder } from './commands.js';

export type LinesCancelled = Fact<
  'LinesCancelled',
  {
    readonly cancellationId: string;
    readonly units: readonly Units[];
    readonly reason: CancelOrder['reason'];
    readonly fault?: Fault;
    /** Personal data: what a person wrote. */
    readonly note?: string;
    readonly timer?: TimerName;
    readonly dueAt?: string;
  }
>;

export type CancellationRequested = Fact<
  'CancellationRequested',
  {
    readonly cancellationId: string;
    readonly units: readonly Units[];
    readonly reason: CancelOrder['reason'];
    readonly fault?: Fault;
    /** Personal data: what a person wrote. */
    readonly note?: string;
  }
>;

export type CancellationApproved = Fact<
  'CancellationApproved',
  { readonly cancellationId: string; readonly timer?: TimerName; readonly dueAt?: string }
>;

export type CancellationRejected = Fact<
  'CancellationRejected',
  { readonly cancellationId: string; readonly note?: string }
>;

export type CancellationWithdrawn = Fact<'CancellationWithdrawn', { readonly cancellationId: string }>;

export type CancellationEvent =
  | LinesCancelled
  | CancellationRequested
  | CancellationApproved
  | CancellationRejected
  | CancellationWithdrawn;
