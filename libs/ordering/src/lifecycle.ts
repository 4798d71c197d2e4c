import { type Role } from './actor.js';
import { type CommandType, type ExistingOrderCommand } from './commands.js';
import { type Order } from './order.js';
import { free, returnable } from './quantities.js';
import { type Refusal, type RefusalCode, refuse } from './refusal.js';
import { type OrderStatus, statusOf } from './status.js';

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

/** Where a command can lead, or the code it is turned down with. */
export type Rule = { readonly to: readonly OrderStatus[] } | { readonly refused: RefusalCode };

type ExistingCommandType = ExistingOrderCommand['type'];

interface StatusDefinition {
  /** What a buyer reads. */
  readonly buyerLabel: string;
  readonly buyerTab: BuyerTab;
  /** What a seller reads; a seller does not see an order before it is paid. */
  readonly sellerLabel?: string;
  readonly sellerTab?: SellerTab;
  /** The name that marketplaces' own APIs use. */
  readonly marketplaceName: string;
  readonly commands: Readonly<Record<ExistingCommandType, Rule>>;
}

const to = (...statuses: OrderStatus[]): Rule => ({ to: statuses });
const no = (refused: RefusalCode): Rule => ({ refused });

/** The whole life of an order as data: what each status is called, and what each command does in it. */
export const lifecycle: Readonly<Record<OrderStatus, StatusDefinition>> = {
  AwaitingPayment: {
    buyerLabel: 'Unpaid',
    buyerTab: 'unpaid',
    marketplaceName: 'UNPAID',
    commands: {
      pay: to('AwaitingPayment', 'OnHold', 'AwaitingConfirmation', 'Cancelled'),
      confirm: no('order-not-paid'),
      ship: no('order-not-paid'),
      deliver: no('order-not-shipped'),
      cancel: to('AwaitingPayment', 'OnHold', 'AwaitingConfirmation', 'Cancelled'),
      'answer-cancellation': no('unknown-cancellation'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': no('order-not-delivered'),
    },
  },
  OnHold: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'New order',
    sellerTab: 'new',
    marketplaceName: 'ON_HOLD',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-on-hold'),
      ship: no('order-on-hold'),
      deliver: no('order-not-shipped'),
      cancel: to('OnHold', 'Cancelled'),
      'answer-cancellation': no('unknown-cancellation'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': no('order-not-delivered'),
    },
  },
  AwaitingConfirmation: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'New order (pending)',
    sellerTab: 'new',
    marketplaceName: 'AWAITING_SHIPMENT',
    commands: {
      pay: no('order-already-paid'),
      confirm: to('Confirmed'),
      ship: no('order-not-confirmed'),
      deliver: no('order-not-shipped'),
      cancel: to('AwaitingConfirmation', 'Cancelled'),
      'answer-cancellation': to('AwaitingConfirmation', 'Cancelled'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': no('order-not-delivered'),
    },
  },
  Confirmed: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'Ready to ship (processed)',
    sellerTab: 'ready-to-ship',
    marketplaceName: 'AWAITING_SHIPMENT',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-already-confirmed'),
      ship: to('PartiallyShipped', 'InTransit'),
      deliver: no('order-not-shipped'),
      cancel: to('Confirmed', 'Cancelled'),
      'answer-cancellation': to('Confirmed', 'Cancelled'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': no('order-not-delivered'),
    },
  },
  // Lies between two events of one ship command, until a package can be arranged ahead of its dispatch.
  ShipmentArranged: {
    buyerLabel: 'Waiting for delivery',
    buyerTab: 'waiting-for-delivery',
    sellerLabel: 'Ready to ship',
    sellerTab: 'ready-to-ship',
    marketplaceName: 'AWAITING_COLLECTION',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-already-confirmed'),
      ship: to('PartiallyShipped', 'InTransit'),
      deliver: no('order-not-shipped'),
      cancel: to('ShipmentArranged', 'Cancelled'),
      'answer-cancellation': to('ShipmentArranged', 'Cancelled'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': no('order-not-delivered'),
    },
  },
  PartiallyShipped: {
    buyerLabel: 'In transit',
    buyerTab: 'in-transit',
    sellerLabel: 'In shipping',
    sellerTab: 'in-shipping',
    marketplaceName: 'PARTIALLY_SHIPPING',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-already-confirmed'),
      ship: to('PartiallyShipped', 'InTransit'),
      deliver: to('PartiallyShipped'),
      cancel: to('PartiallyShipped', 'InTransit', 'Delivered'),
      'answer-cancellation': to('PartiallyShipped', 'InTransit', 'Delivered'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': to('PartiallyShipped'),
    },
  },
  InTransit: {
    buyerLabel: 'In transit',
    buyerTab: 'in-transit',
    sellerLabel: 'In shipping',
    sellerTab: 'in-shipping',
    marketplaceName: 'IN_TRANSIT',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-already-confirmed'),
      ship: no('order-already-shipped'),
      deliver: to('InTransit', 'Delivered'),
      cancel: no('order-already-shipped'),
      'answer-cancellation': no('unknown-cancellation'),
      'confirm-receipt': no('order-not-delivered'),
      'request-return': to('InTransit'),
    },
  },
  Delivered: {
    buyerLabel: 'Received',
    buyerTab: 'received',
    sellerLabel: 'In shipping (delivered)',
    sellerTab: 'in-shipping',
    marketplaceName: 'DELIVERED',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-already-confirmed'),
      ship: no('order-already-shipped'),
      deliver: no('order-already-delivered'),
      cancel: no('order-already-shipped'),
      'answer-cancellation': no('unknown-cancellation'),
      'confirm-receipt': to('Completed'),
      'request-return': to('Delivered', 'Completed'),
    },
  },
  Completed: {
    buyerLabel: 'Received',
    buyerTab: 'received',
    sellerLabel: 'Completed',
    sellerTab: 'completed',
    marketplaceName: 'COMPLETED',
    commands: {
      pay: no('order-already-paid'),
      confirm: no('order-already-confirmed'),
      ship: no('order-already-shipped'),
      deliver: no('order-already-delivered'),
      cancel: no('order-already-shipped'),
      'answer-cancellation': no('unknown-cancellation'),
      'confirm-receipt': no('order-already-completed'),
      'request-return': to('Completed'),
    },
  },
  Cancelled: {
    buyerLabel: 'Cancelled',
    buyerTab: 'cancelled',
    sellerLabel: 'Cancelled',
    sellerTab: 'cancellations-and-returns',
    marketplaceName: 'CANCELLED',
    commands: {
      // Money that arrives too late is recorded and goes back: it is never lost.
      pay: to('Cancelled'),
      confirm: no('order-cancelled'),
      ship: no('order-cancelled'),
      deliver: no('order-cancelled'),
      cancel: no('order-cancelled'),
      'answer-cancellation': no('unknown-cancellation'),
      'confirm-receipt': no('order-cancelled'),
      'request-return': no('order-cancelled'),
    },
  },
};

/** Who may issue which command. A service may issue every one, for anyone. */
export const commandRoles: Readonly<Record<CommandType, readonly Role[]>> = {
  create: ['buyer', 'service'],
  pay: ['payments', 'service'],
  confirm: ['seller', 'service'],
  ship: ['seller', 'platform', 'service'],
  deliver: ['carrier', 'service'],
  cancel: ['buyer', 'seller', 'platform', 'service'],
  'answer-cancellation': ['seller', 'platform', 'service'],
  'confirm-receipt': ['buyer', 'service'],
  'request-return': ['buyer', 'service'],
};

/** Why the role may not issue the command, whatever the order. */
export const roleRefusal = (type: CommandType, role: Role): Refusal | undefined =>
  commandRoles[type].includes(role)
    ? undefined
    : refuse('role-not-allowed', `The role ${role} may not ${type}.`);

const existingCommandTypes = Object.keys(lifecycle.Completed.commands) as ExistingCommandType[];

/** The commands that the role may issue now; whether one succeeds still depends on its units and amounts. */
export function allowedCommands(order: Order, role: Role): ExistingCommandType[] {
  const rules = lifecycle[statusOf(order)].commands;
  return existingCommandTypes.filter(
    (type) => 'to' in rules[type] && commandRoles[type].includes(role) && hasSomethingFor(order, type),
  );
}

/** Whether the order holds anything that the command could act on. */
function hasSomethingFor(order: Order, type: ExistingCommandType): boolean {
  switch (type) {
    case 'ship':
    case 'cancel':
      return order.lines.some((line) => free(order, line) > 0);
    case 'deliver':
      return order.packages.some((parcel) => parcel.deliveredAt === undefined);
    case 'answer-cancellation':
      return order.openCancellations.length > 0;
    case 'request-return':
      return order.lines.some((line) => returnable(line) > 0);
    case 'pay':
    case 'confirm':
    case 'confirm-receipt':
      return true;
    default:
      return type satisfies never;
  }
}
