/** Who can send a command or a question. */
export const roles = ['buyer', 'seller', 'service', 'payments', 'carrier', 'platform', 'analyst'] as const;
/** Who can stand behind an event: one of these, or a timer. */
export type Role = (typeof roles)[number] | 'timer';

/** A person, a company or a system in one of its roles. */
export interface Actor {
  readonly role: Role;
  readonly id: string;
}

/** Whether the order is one that this actor may know of: buyers and sellers reach only their own. */
export function mayReach(order: { buyerId: string; sellerId: string }, actor: Actor): boolean {
  if (actor.role === 'buyer') return order.buyerId === actor.id;
  if (actor.role === 'seller') return order.sellerId === actor.id;
  return true;
}
