/** A fact about an order. `at` is when it happened (ISO 8601, UTC); order comes from the stream, not from it. */
export interface Fact<Type extends string, Data> {
  readonly type: Type;
  readonly at: string;
  readonly data: Data;
}
