/** What one order has of a variant. */
export interface Holding {
  /** Units that wait for it. */
  readonly held: number;
  /** Units that left with it. */
  readonly shipped: number;
  /** Those of them that came back, to be sold again. */
  readonly returned: number;
}

/** The units of one variant: those that are there, and the orders that some of them wait for, first come first served. */
export class VariantStock {
  private readonly line = new Map<string, number>();
  private readonly left = new Map<string, number>();
  private readonly back = new Map<string, number>();
  /** Units that are there. Never below zero: what is shipped beyond it had been there without being counted. */
  onHand = 0;
  /** Units that orders wait for. */
  held = 0;

  /** Units that anybody can still order. */
  get available(): number {
    return Math.max(0, this.onHand - this.held);
  }

  /** Units that orders wait for and that are not there. */
  get short(): number {
    return Math.max(0, this.held - this.onHand);
  }

  /** The orders that units wait for, with how many, in the order in which they came. */
  get waiting(): ReadonlyMap<string, number> {
    return this.line;
  }

  holdingOf(orderId: string): Holding | undefined {
    const held = this.line.get(orderId) ?? 0;
    const shipped = this.left.get(orderId) ?? 0;
    return held + shipped === 0 ? undefined : { held, shipped, returned: this.back.get(orderId) ?? 0 };
  }

  /** Units of the order that those before it in the line leave nothing for. */
  missingFor(orderId: string): number {
    if (this.short === 0) return 0;
    let left = this.onHand;
    for (const [waiting, units] of this.line) {
      if (waiting === orderId) return Math.max(0, units - Math.max(0, left));
      left -= units;
    }
    return 0;
  }

  receive(quantity: number): void {
    this.onHand += quantity;
  }

  count(onHand: number): void {
    this.onHand = onHand;
  }

  /** More units for the order, or fewer; it keeps its place in the line. */
  hold(orderId: string, more: number): void {
    const units = (this.line.get(orderId) ?? 0) + more;
    this.held += more;
    if (units === 0) this.line.delete(orderId);
    else this.line.set(orderId, units);
  }

  ship(orderId: string, quantity: number): void {
    this.hold(orderId, -quantity);
    this.left.set(orderId, (this.left.get(orderId) ?? 0) + quantity);
    this.onHand = Math.max(0, this.onHand - quantity);
  }

  /** What had left with the order is there again; it waits for nobody. */
  takeBack(orderId: string, quantity: number): void {
    this.back.set(orderId, (this.back.get(orderId) ?? 0) + quantity);
    this.onHand += quantity;
  }
}
