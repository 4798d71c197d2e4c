/** Where a read model is not what a fold of the log gives. */
export interface Difference {
  readonly table: string;
  /** The row's key by column: `order_id`, in the timeline also `revision`; in the counts `seller_id` and `tab` or `score`. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The column that differs; `*` where the whole row is missing, or is there and should not be. */
  readonly column: string;
  /** Null where there should be no such row. */
  readonly expected: unknown;
  /** Null where there is no such row. */
  readonly found: unknown;
}
