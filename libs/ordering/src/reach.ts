import { isNamed, type NamedActor } from './actor.js';
import { type OrderCommand } from './commands.js';
import { type Order, type ReturnCase } from './order.js';
import { type Refusal, refuse } from './refusal.js';

/** What tells whose an order is. */
type Owned = Pick<Order, 'buyerId' | 'sellerId'> & {
  readonly packages?: readonly { readonly carrier: string }[];
  readonly returns?: readonly Pick<ReturnCase, 'sentWith'>[];
};

/** Whether the order is one that the party may know of: buyers, sellers and carriers reach only their own. */
export function mayReach(
  { buyerId, sellerId, packages = [], returns = [] }: Owned,
  party: NamedActor,
): boolean {
  switch (party.role) {
    case 'buyer':
      return buyerId === party.id;
    case 'seller':
      return sellerId === party.id;
    case 'carrier':
      return [...packages.map(carrierOf), ...returns.map(carrierOf)].some((name) => isNamed(party, name));
    default:
      return true;
  }
}

/** The name that the package, or what is sent back, bears as its carrier's. */
const carrierOf = (sent: { readonly carrier: string } | Pick<ReturnCase, 'sentWith'>): string | undefined =>
  'carrier' in sent ? sent.carrier : sent.sentWith?.carrier;

/** Why the party may not give the order this command, whatever state it is in: it acts on what is another's. */
export function reachRefusal(order: Order, command: OrderCommand, party: NamedActor): Refusal | undefined {
  if (party.role === 'carrier') return carrierRefusal(order, command, party);
  if (party.role === 'payments') return providerRefusal(order, command, party);
  return mayReach(order, party) ? undefined : refuse('order-not-found');
}

/** A carrier acts on one package, or on what is sent back: on what it carries itself. */
function carrierRefusal(order: Order, command: OrderCommand, party: NamedActor): Refusal | undefined {
  const { packageId, returnId } = command as { packageId?: string; returnId?: string };
  const found =
    returnId === undefined
      ? order.packages.find((known) => known.packageId === packageId)
      : order.returns.find((known) => known.returnId === returnId);
  const isNone = found === undefined && (packageId ?? returnId) !== undefined;
  // Those who may know of the order hear from its rules that there is none.
  return (found !== undefined && isNamed(party, carrierOf(found))) || (isNone && mayReach(order, party))
    ? undefined
    : refuse('not-your-package', {}, returnId === undefined ? '/packageId' : '/returnId');
}

/** A payment provider speaks of money that it holds itself. A payment that does not say whose it is can be anybody's. */
function providerRefusal({ payments }: Order, command: OrderCommand, party: NamedActor): Refusal | undefined {
  const named = 'provider' in command ? command.provider : undefined;
  if (named !== undefined && !isNamed(party, named)) return refuse('not-your-payment', {}, '/provider');
  return command.type === 'pay' ||
    payments.some(({ provider }) => provider === undefined || isNamed(party, provider))
    ? undefined
    : refuse('not-your-payment');
}
