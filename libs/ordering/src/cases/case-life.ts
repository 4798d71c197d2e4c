import { type OrderEventType } from '../events.js';
import { type TimerName } from '../timers.js';

/** Whose turn a case can be. */
export const caseParties = ['buyer', 'seller', 'platform', 'payments', 'carrier'] as const;
export type CaseParty = (typeof caseParties)[number];

/** What a case of an order is while it stands in one of its states. */
export interface CaseState<State extends string> {
  /** Whose turn it is; nobody's where the case is over. */
  readonly waitsFor?: CaseParty;
  /** The timer that ends the waiting. */
  readonly timer?: TimerName;
  /** Where each event leads that can happen now. */
  readonly on: Readonly<Partial<Record<OrderEventType, State>>>;
}

/** The whole life of one kind of case inside an order, as data. */
export type CaseLife<State extends string> = Readonly<Record<State, CaseState<State>>>;

/** Any case: its state, and since when it is in it (ISO 8601, UTC). */
export interface Case<State extends string> {
  readonly state: State;
  readonly since: string;
}

/** Whether the event can happen to the case now. */
export const canHappen = <State extends string>(
  life: CaseLife<State>,
  { state }: Case<State>,
  event: OrderEventType,
): boolean => life[state].on[event] !== undefined;

/** The case after one more event; one that leads nowhere from here leaves it where it is. */
export function withCaseMoved<State extends string, Kind extends Case<State>>(
  life: CaseLife<State>,
  current: Kind,
  { type, at }: { readonly type: OrderEventType; readonly at: string },
): Kind {
  const state = life[current.state].on[type] ?? current.state;
  return state === current.state ? current : { ...current, state, since: at };
}

/** Whether somebody is still to do something about the case. */
export const isOpen = <State extends string>(life: CaseLife<State>, { state }: Case<State>): boolean =>
  life[state].waitsFor !== undefined;
