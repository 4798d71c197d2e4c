import { type OrderEventType } from '@app/ordering';

type Data = Readonly<Record<string, unknown>>;

/** Turns what a version of an event says into what the next version says. */
export type Upcaster = (data: Data) => Data;

/**
 * For each event whose shape was changed: the n-th entry reads version n and makes version n + 1 of it. A published
 * entry is never changed; what events of each version look like stands in `events/<type>.v<n>.json`.
 */
export const upcasters: Partial<Record<OrderEventType, readonly Upcaster[]>> = {};

/** The version that events of this type are written in. */
export const presentVersion = (type: OrderEventType, chains = upcasters): number =>
  (chains[type]?.length ?? 0) + 1;

/** What an event of any version says, as the present version says it. */
export const upcast = (type: OrderEventType, version: number, data: Data, chains = upcasters): Data =>
  (chains[type] ?? []).slice(version - 1).reduce((current, next) => next(current), data);
