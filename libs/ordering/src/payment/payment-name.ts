/** A payment, as whoever holds its money names it. */
export interface PaymentName {
  /** The provider's name; missing where whoever reported it did not say. */
  readonly provider?: string;
  /** The provider's reference of the payment. */
  readonly paymentId: string;
}

/** What a provider says became of money. */
export interface ProviderSaid {
  /** The provider's reference: what it says of it counts once, however often it says so. */
  readonly reference: string;
  /** When, by the provider's clock (ISO 8601, UTC): of two reports the later one holds, in whatever order they come. */
  readonly happenedAt?: string;
}
