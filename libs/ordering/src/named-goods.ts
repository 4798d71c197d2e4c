import { type Order } from './order.js';
import { type Units } from './order-terms.js';
import { live, needsShipping } from './quantities.js';

/** Units of a line, with the name that people know it by. */
export interface NamedUnits extends Units {
  readonly title: string;
  readonly variant?: string;
  /** Missing where it is sent. */
  readonly needsShipping?: false;
}

/** What public fields name goods by. */
interface Concerned {
  readonly units?: readonly Units[];
  readonly package?: { readonly units: readonly Units[] };
  readonly packageId?: string;
  readonly returnId?: string;
  readonly claimId?: string;
}

/**
 * The goods that an event is about, given its public fields and the order after it: its units, those of its package,
 * return or claim, or else all that the order still has, and all that it had where it has none.
 */
export function goodsOf(fields: object, order: Order): NamedUnits[] {
  const { units, package: parcel, packageId, returnId, claimId }: Concerned = fields;
  const concerned =
    units ??
    parcel?.units ??
    order.returns.find((known) => known.returnId === returnId)?.units ??
    order.claims.find((known) => known.claimId === claimId)?.units ??
    order.packages.find((known) => known.packageId === packageId)?.units;
  return namedUnits(order, concerned ?? wholeOrder(order));
}

function wholeOrder({ lines }: Order): Units[] {
  const left = lines.map((line) => ({ lineId: line.lineId, quantity: live(line) }));
  const some = left.filter(({ quantity }) => quantity > 0);
  return some.length > 0 ? some : lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
}

/** What people call it: Blue shirt (XL). */
export const titleOf = ({ title, variant }: { readonly title: string; readonly variant?: string }): string =>
  variant === undefined ? title : `${title} (${variant})`;

/** Units of the order's lines by name. */
export const namedUnits = ({ lines }: Order, units: readonly Units[]): NamedUnits[] =>
  units.map(({ lineId, quantity }) => {
    const line = lines.find((known) => known.lineId === lineId);
    return {
      lineId,
      quantity,
      title: line?.title ?? lineId,
      ...(line?.variant === undefined ? {} : { variant: line.variant }),
      ...(line === undefined || needsShipping(line) ? {} : { needsShipping: false as const }),
    };
  });
