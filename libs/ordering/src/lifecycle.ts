import { type OrderStatus } from './status.js';

export const buyerTabs = [
  'unpaid',
  'waiting-for-delivery',
  'in-transit',
  'received',
  'cancelled',
  'returns-and-refunds',
] as const;
export type BuyerTab = (typeof buyerTabs)[number];

export const sellerTabs = [
  'new',
  'ready-to-ship',
  'in-shipping',
  'completed',
  'cancellations-and-returns',
] as const;
export type SellerTab = (typeof sellerTabs)[number];

interface StatusDefinition {
  /** What a buyer reads. */
  readonly buyerLabel: string;
  readonly buyerTab: BuyerTab;
  /** What a seller reads; a seller does not see an order before it is paid. */
  readonly sellerLabel?: string;
  readonly sellerTab?: SellerTab;
  /** The name that marketplaces' own APIs use. */
  readonly marketplaceName: string;
}

/** The whole life of an order as data: what each status is called, and by whom it is seen where. */
export const lifecycle: Readonly<Record<OrderStatus, StatusDefinition>> = {
  AwaitingPayment: {
    buyerLabel: 'Unpaid',
    buyerTab: 'unpaid',
    marketplaceName: 'UNPAID',
  },
  OnHold: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'New order',
    sellerTab: 'new',
    marketplaceName: 'ON_HOLD',
  },
  AwaitingConfirmation: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'New order (pending)',
    sellerTab: 'new',
    marketplaceName: 'AWAITING_SHIPMENT',
  },
  Confirmed: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'Ready to ship (processed)',
    sellerTab: 'ready-to-ship',
    marketplaceName: 'AWAITING_SHIPMENT',
  },
  ShipmentArranged: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'Ready to ship',
    sellerTab: 'ready-to-ship',
    marketplaceName: 'AWAITING_COLLECTION',
  },
  PartiallyShipped: {
    buyerLabel: 'In transit',
    buyerTab: 'in-transit',
    sellerLabel: 'In shipping',
    sellerTab: 'in-shipping',
    marketplaceName: 'PARTIALLY_SHIPPING',
  },
  InTransit: {
    buyerLabel: 'In transit',
    buyerTab: 'in-transit',
    sellerLabel: 'In shipping',
    sellerTab: 'in-shipping',
    marketplaceName: 'IN_TRANSIT',
  },
  Delivered: {
    buyerLabel: 'Received',
    buyerTab: 'received',
    sellerLabel: 'In shipping (delivered)',
    sellerTab: 'in-shipping',
    marketplaceName: 'DELIVERED',
  },
  Completed: {
    buyerLabel: 'Received',
    buyerTab: 'received',
    sellerLabel: 'Completed',
    sellerTab: 'completed',
    marketplaceName: 'COMPLETED',
  },
  Cancelled: {
    buyerLabel: 'Cancelled',
    buyerTab: 'cancelled',
    sellerLabel: 'Cancelled',
    sellerTab: 'cancellations-and-returns',
    marketplaceName: 'CANCELLED',
  },
};
