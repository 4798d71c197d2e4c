/** Why a stock is not changed; nothing was recorded. */
export type StockRefusal =
  /** So many the order could have in all. */
  | { readonly code: 'out-of-stock'; readonly variant?: string; readonly available: number }
  /** So many the order may have before it is paid, beside its buyer's others. */
  | { readonly code: 'too-many-unpaid'; readonly available: number }
  /** A delivery of this name came in before, with other goods. */
  | { readonly code: 'receipt-already-exists' }
  | { readonly code: 'too-much-contention' };
