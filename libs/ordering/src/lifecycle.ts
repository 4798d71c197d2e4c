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
  readonly buyerTab: BuyerTab;
  /** Missing as long as the seller does not see the order: before it is paid. */
  readonly sellerTab?: SellerTab;
  /** The name that marketplaces' own APIs use. */
  readonly marketplaceName: string;
}

/** The whole life of an order as data: by whom each status is seen where. */
export const lifecycle: Readonly<Record<OrderStatus, StatusDefinition>> = {
  AwaitingPayment: {
    buyerTab: 'unpaid',
    marketplaceName: 'UNPAID',
  },
  OnHold: {
    buyerTab: 'waiting-for-delivery',
    sellerTab: 'new',
    marketplaceName: 'ON_HOLD',
  },
  AwaitingConfirmation: {
    buyerTab: 'waiting-for-delivery',
    sellerTab: 'new',
    marketplaceName: 'AWAITING_SHIPMENT',
  },
  Confirmed: {
    buyerTab: 'waiting-for-delivery',
    sellerTab: 'ready-to-ship',
    marketplaceName: 'AWAITING_SHIPMENT',
  },
  ShipmentArranged: {
    buyerTab: 'waiting-for-delivery',
    sellerTab: 'ready-to-ship',
    marketplaceName: 'AWAITING_COLLECTION',
  },
  PartiallyShipped: {
    buyerTab: 'in-transit',
    sellerTab: 'in-shipping',
    marketplaceName: 'PARTIALLY_SHIPPING',
  },
  InTransit: {
    buyerTab: 'in-transit',
    sellerTab: 'in-shipping',
    marketplaceName: 'IN_TRANSIT',
  },
  Delivered: {
    buyerTab: 'received',
    sellerTab: 'in-shipping',
    marketplaceName: 'DELIVERED',
  },
  Completed: {
    buyerTab: 'received',
    sellerTab: 'completed',
    marketplaceName: 'COMPLETED',
  },
  Cancelled: {
    buyerTab: 'cancelled',
    sellerTab: 'cancellations-and-returns',
    marketplaceName: 'CANCELLED',
  },
};
