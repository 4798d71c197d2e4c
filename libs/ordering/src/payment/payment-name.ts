/** A payment, as whoever holds its money names it. */
export interface PaymentName {
  /** The provider's name; missing where whoever reported it did not say. */
  readonly provider?: string;
  /** The provider's reference of the payment. */
  readonly paymentId: string;
}
