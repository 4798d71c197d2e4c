/** The timers that can run for an order. */
export const timerNames = [
  'unpaid-expiry',
  'hold',
  'auto-confirm',
  'answer-cancellation',
  'change-expiry',
  'ship-by',
  'late-cancel',
  'package-overdue',
  'package-lost',
  'auto-complete',
  'answer-return',
  'answer-offer',
  'ship-back',
  'confirm-return-receipt',
  'answer-claim',
  'escalate-claim',
  'decide-claim',
  'refund-retry',
  'refund-account',
] as const;
export type TimerName = (typeof timerNames)[number];

/** A timer that runs. When it fires, the events name it. */
export interface Timer {
  readonly timer: TimerName;
  /** Which return or request of the order it is for, where there can be several. */
  readonly subject?: string;
  /** When it falls due (ISO 8601, UTC). */
  readonly dueAt: string;
}

/** In an event: the timer that made it happen. */
export interface Fired {
  readonly timer: TimerName;
  readonly dueAt: string;
}

export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;

/** So many milliseconds after an instant (ISO 8601, UTC). */
export const after = (start: string, milliseconds: number): string =>
  new Date(Date.parse(start) + milliseconds).toISOString();
