/** Who can send a command or a question. */
export const roles = ['buyer', 'seller', 'service', 'payments', 'carrier', 'platform', 'analyst'] as const;
/** Who can stand behind an event: one of these, or a timer. */
export type Role = (typeof roles)[number] | 'timer';

/** A person, a company or a system in one of its roles. */
export interface Actor {
  readonly role: Role;
  readonly id: string;
}

/**
 * Somebody as orders know them: carriers and payment providers are meant by the names that packages and payments bear,
 * which is the id alone where no others are known.
 */
export interface NamedActor extends Actor {
  readonly names?: readonly string[];
}

/** Whether this name means the actor, however it is written: "Royal Mail" is "royal-mail". */
export const isNamed = ({ id, names = [id] }: NamedActor, name: string | undefined): boolean =>
  name !== undefined && names.some((known) => sameName(known, name));

export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

const nameKey = (name: string): string => name.trim().toLowerCase().replaceAll(/[ _]+/g, '-');
