import { type StockEvent, type VariantQuantity } from './events.js';
import { type Holding, VariantStock } from './variant-stock.js';

/** A seller's stock of one product as its events have made it: by variant. */
export class Stock {
  private readonly byVariant = new Map<string | undefined, VariantStock>();
  private readonly receipts = new Map<string, VariantQuantity>();
  private readonly changes = new Map<string, number>();
  private readonly releases = new Map<string, number>();
  /** The buyers to whose limit orders count that are neither paid nor confirmed, and those orders by their buyers. */
  private readonly unpaidBuyers = new Map<string, string>();
  private readonly unpaidOrders = new Map<string, Set<string>>();

  /** The variants that there ever was any of, with what is left; undefined is the product as such. */
  get variants(): ReadonlyMap<string | undefined, VariantStock> {
    return this.byVariant;
  }

  /** Of a variant that there never was any of, nothing is there. */
  ofVariant = (variant: string | undefined): VariantStock =>
    this.byVariant.get(variant) ?? new VariantStock();
  /** What came in with the delivery; undefined where there was none of this name. */
  receivedWith = (receiptId: string): VariantQuantity | undefined => this.receipts.get(receiptId);

  /** The revision of the order that the newest change was decided on for which goods were held, until that is settled. */
  decidedOn = (orderId: string): number | undefined => this.changes.get(orderId);

  /** Whether goods are held for a change of the order that this revision of it does not show: it may be on its way. */
  isAhead = (orderId: string, revision: number): boolean => (this.decidedOn(orderId) ?? -1) >= revision;

  /** Whether goods were given back that a later revision of the order does not take: this one is history. */
  isPast = (orderId: string, revision: number): boolean => (this.releases.get(orderId) ?? -1) > revision;

  /** Whether what the order holds counts among its buyer's unpaid units. */
  isUnpaid = (orderId: string): boolean => this.unpaidBuyers.has(orderId);

  /** Units of all variants that the buyer's unpaid orders hold, but for those of this one. */
  unpaidBeside(buyerId: string, orderId: string): number {
    let units = 0;
    for (const other of this.unpaidOrders.get(buyerId) ?? [])
      if (other !== orderId) units += this.heldFor(other);
    return units;
  }

  /** Units of all variants that the order holds. */
  heldFor(orderId: string): number {
    let units = 0;
    for (const { held } of this.holdingsOf(orderId)) units += held;
    return units;
  }

  /** What the order holds, and what has left with it, by variant. */
  *holdingsOf(orderId: string): Iterable<Holding & { readonly variant: string | undefined }> {
    for (const [variant, toChange] of this.byVariant) {
      const holding = toChange.holdingOf(orderId);
      if (holding !== undefined) yield { variant, ...holding };
    }
  }

  /** Facts are never refused. */
  apply(event: StockEvent): void {
    switch (event.type) {
      case 'StockReceived':
        this.receipts.set(event.data.receiptId, event.data);
        this.variantStock(event.data.variant).receive(event.data.quantity);
        break;
      case 'StockCounted':
        this.variantStock(event.data.variant).count(event.data.onHand);
        break;
      case 'StockReserved':
        this.expect(event.data.orderId, event.data.decidedOn);
        if (event.data.unpaidBy !== undefined) this.countUnpaid(event.data.unpaidBy, event.data.orderId);
        for (const { variant, quantity } of event.data.amounts)
          this.variantStock(variant).hold(event.data.orderId, quantity);
        break;
      case 'StockSecured':
        this.secure(event.data.orderId);
        break;
      case 'StockReleased':
        if (event.data.reason !== 'refused') this.changes.delete(event.data.orderId);
        if (event.data.revision !== undefined) this.releases.set(event.data.orderId, event.data.revision);
        for (const { variant, quantity } of event.data.amounts)
          this.variantStock(variant).hold(event.data.orderId, -quantity);
        if (this.heldFor(event.data.orderId) === 0) this.secure(event.data.orderId);
        break;
      case 'StockShipped':
        for (const { variant, quantity } of event.data.amounts)
          this.variantStock(variant).ship(event.data.orderId, quantity);
        break;
      case 'StockReturned':
        for (const { variant, quantity } of event.data.amounts)
          this.variantStock(variant).takeBack(event.data.orderId, quantity);
        break;
      default:
        event satisfies never;
    }
  }

  /** Changes may reach the stock in another order than that in which they were decided. */
  private expect(orderId: string, decidedOn: number | undefined): void {
    if (decidedOn !== undefined && !this.isAhead(orderId, decidedOn)) this.changes.set(orderId, decidedOn);
  }

  private countUnpaid(buyerId: string, orderId: string): void {
    this.unpaidBuyers.set(orderId, buyerId);
    this.unpaidOrders.set(buyerId, (this.unpaidOrders.get(buyerId) ?? new Set()).add(orderId));
  }

  private secure(orderId: string): void {
    const buyerId = this.unpaidBuyers.get(orderId);
    if (buyerId === undefined) return;
    const orders = this.unpaidOrders.get(buyerId)!;
    orders.delete(orderId);
    if (orders.size === 0) this.unpaidOrders.delete(buyerId);
    this.unpaidBuyers.delete(orderId);
  }

  private variantStock(variant: string | undefined): VariantStock {
    const variantStock = this.ofVariant(variant);
    this.byVariant.set(variant, variantStock);
    return variantStock;
  }
}
