/** What the system shows of an order, as far as the day is reconciled with it. */
export interface Seen {
  readonly orderId: string;
  readonly status: string;
  readonly deadlines: readonly object[];
  readonly lines: readonly {
    readonly lineId: string;
    readonly unitPrice: number;
    readonly quantity: number;
    readonly cancelled: number;
    readonly returned: number;
    readonly lost: number;
  }[];
  readonly receipt: {
    readonly total: number;
    readonly discounts: readonly { readonly amount: number }[];
    readonly fees: readonly { readonly amount: number }[];
    readonly shippingFee: number;
    readonly outstanding: number;
  };
  readonly payments: readonly {
    readonly paymentId: string;
    readonly method: string;
    readonly amount: number;
  }[];
  readonly refunds: readonly {
    readonly refundId: string;
    readonly amount: number;
    readonly reason: string;
    readonly shares: readonly {
      readonly provider?: string;
      readonly paymentId: string;
      readonly amount: number;
      readonly state: string;
    }[];
  }[];
  readonly changes: readonly { readonly state: string }[];
  readonly vouchers?: readonly { readonly code: string }[];
  readonly returns: readonly {
    readonly reason: string;
    readonly state: string;
    readonly units: readonly { readonly lineId: string; readonly quantity: number }[];
  }[];
}
