import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { type OrderSource, orderSources, type PaymentMethod, paymentMethods } from '@app/ordering';
import { CurrencyCode, Day, Id, Ids, OneOf, Reference, Text } from '../../fields/text-fields.js';
import { Amount, ListOf, Nested } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { NoFieldsDto } from './no-fields.dto.js';
import { AddressDto, ChargeDto, OrderLineDto } from './order-terms.dto.js';
import { Provider } from './provider.js';

/** A quote says what is left out. */
const UnlessQuoted = () =>
  applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf(({ quoteId }: CreateOrderDto, value) => quoteId === undefined || value !== undefined),
  );

/** What a buyer orders from one seller. */
export class CreateOrderDto {
  @Id({
    optional: true,
    description: "Joins the orders of one checkout; the order's own id where it is left out.",
  })
  checkoutId?: string;

  @Id({
    optional: true,
    description:
      'The quote to order by, which buyers need: its figures are taken, and those given have to agree.',
  })
  quoteId?: string;

  @UnlessQuoted()
  @Id()
  buyerId: string;

  @UnlessQuoted()
  @Id({ description: 'Needed of a quote over several sellers.' })
  sellerId: string;

  @UnlessQuoted()
  @Text(100, { description: 'For receipts and lists.' })
  sellerName: string;

  @UnlessQuoted()
  @CurrencyCode()
  currency: string;

  @UnlessQuoted()
  @ListOf(() => OrderLineDto, { minItems: 1 })
  lines: OrderLineDto[];

  @UnlessQuoted()
  @Amount()
  shippingFee: number;

  @ListOf(() => ChargeDto, { optional: true })
  fees?: ChargeDto[];

  @ListOf(() => ChargeDto, { optional: true })
  discounts?: ChargeDto[];

  @Ids(10, {
    optional: true,
    description:
      "The seller's coupons among the discounts; each has to be a discount with the amount of a quote.",
  })
  couponCodes?: string[];

  @UnlessQuoted()
  @Amount({ description: 'Lines − discounts + shipping + fees, in minor units: what the buyer was shown.' })
  total: number;

  @Nested(() => AddressDto)
  shippingAddress: AddressDto;

  @Day({ optional: true, description: 'By when the goods are promised.' })
  promisedDelivery?: string;

  @OneOf(orderSources, {
    optional: true,
    description: 'Where the buyer decided; `other` where it is left out.',
  })
  source?: OrderSource;

  @OneOf(paymentMethods, {
    optional: true,
    description: 'How the buyer means to pay. With `cash-on-delivery` the order goes on unpaid.',
  })
  paymentMethod?: PaymentMethod;
}

export const createOrderExample: CreateOrderDto = {
  checkoutId: 'checkout-1',
  buyerId: 'ayu',
  sellerId: 'toko-batik',
  sellerName: 'Toko Batik',
  currency: 'IDR',
  lines: [
    {
      lineId: 'line-1',
      productId: 'batik-shirt',
      title: 'Batik shirt',
      variant: 'L / indigo',
      quantity: 2,
      unitPrice: 18_900_000,
    },
    { lineId: 'line-2', productId: 'sambal-jar', title: 'Sambal, 200 g', quantity: 3, unitPrice: 4_500_000 },
  ],
  shippingFee: 1_800_000,
  fees: [{ code: 'gift-wrap', label: 'Gift wrapping', amount: 200_000 }],
  discounts: [{ code: 'LIVE10', label: 'Live stream coupon', amount: 3_500_000 }],
  total: 49_800_000,
  shippingAddress: {
    recipient: 'Ayu Lestari',
    phone: '+62 811 0000 000',
    street: 'Jalan Merdeka 17',
    city: 'Bandung',
    postalCode: '40111',
    country: 'ID',
  },
  promisedDelivery: '2030-01-31',
  source: 'live',
};

/** Money that a payment provider has captured. */
export class PayOrderDto {
  @Provider()
  provider?: string;

  @Reference({
    description:
      "The provider's reference. What could be a card's number is kept masked: `411111******1111`.",
  })
  paymentId: string;

  @Reference({
    optional: true,
    description:
      'Of the capture, where a payment is captured in parts: each is recorded once. Without it they are told apart by their amounts.',
  })
  captureId?: string;

  @OneOf(paymentMethods)
  method: PaymentMethod;

  @Amount({ description: 'The whole amount or a part of it, in minor units.' })
  amount: number;

  @CurrencyCode()
  currency: string;

  @OneOf(['refund'], {
    optional: true,
    description:
      'Records what is beyond the amount due as well, and refunds it; refused where it is left out.',
  })
  surplus?: 'refund';
}

export const payOrderExample: PayOrderDto = {
  paymentId: 'pay-0001',
  method: 'wallet',
  amount: createOrderExample.total,
  currency: createOrderExample.currency,
};

/** An order is placed, paid and taken on. */
export const placement = routes({
  create: {
    summary: 'Place an order',
    description:
      'Buyers order for themselves, by a quote (`quoteId`); services for anyone, by a quote or with figures of their own: ' +
      'the total has to be what the parts add up to, coupons are named, and the fees are those of the policy in force.',
    body: CreateOrderDto,
    example: createOrderExample,
    defaults: (orderId) => ({ orderId, checkoutId: orderId, fees: [], discounts: [], source: 'other' }),
  },
  pay: {
    summary: 'Record a captured payment',
    description: 'A payment may come in parts. What arrives for a cancelled order is recorded and refunded.',
    body: PayOrderDto,
    example: payOrderExample,
  },
  confirm: {
    summary: 'Take a paid order on',
    description:
      'The seller has checked stock and details. Goods that need no shipping are delivered with it. Needs no body.',
    body: NoFieldsDto,
    example: {},
    inBatch: true,
  },
});
