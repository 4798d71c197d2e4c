/** An event as its buyer and its seller read it. Amounts are facts: a screen writes them its own way. */
export interface Telling {
  readonly buyerLabel: string;
  readonly sellerLabel: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}
