type Data = Readonly<Record<string, unknown>>;

/** Turns what a version of an event says into what the next version says. */
export type Upcaster = (data: Data) => Data;

/**
 * For each type of event whose shape was changed: the n-th entry reads version n and makes version n + 1 of it. A
 * published entry is never changed.
 */
export type Upcasters<Type extends string = string> = Readonly<Partial<Record<Type, readonly Upcaster[]>>>;

/** The version that events of this type are written in. */
export const currentVersion = (type: string, upcasters: Upcasters): number =>
  (upcasters[type]?.length ?? 0) + 1;

/** What an event of any version says, as the present version says it. */
export const upcast = (type: string, version: number, data: Data, upcasters: Upcasters): Data =>
  (upcasters[type] ?? []).slice(version - 1).reduce((current, next) => next(current), data);
