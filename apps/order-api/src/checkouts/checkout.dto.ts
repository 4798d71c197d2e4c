import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  type OrderSource,
  orderSources,
  type OrderStatus,
  orderStatuses,
  type PaymentMethod,
  paymentMethods,
} from '@app/ordering';
import { AddressDto } from '../commands/routes/order-terms.dto.js';
import { createOrderExample, PayOrderDto, payOrderExample } from '../commands/routes/placement.js';
import { Id, OneOf, Reference } from '../fields/text-fields.js';
import { Nested } from '../fields/value-fields.js';

const minorUnits = { type: 'integer', description: 'In minor units.' } as const;

/** What a buyer orders from all sellers of a quote at once. */
export class PlaceCheckoutDto {
  @Id({ description: 'The quote to order by; the checkout has its id.' })
  quoteId: string;

  @Nested(() => AddressDto)
  shippingAddress: AddressDto;

  @OneOf(orderSources, {
    optional: true,
    description: 'Where the buyer decided; `other` where it is left out.',
  })
  source?: OrderSource;

  @OneOf(paymentMethods, {
    optional: true,
    description: 'How the buyer means to pay. With `cash-on-delivery` the orders go on unpaid.',
  })
  paymentMethod?: PaymentMethod;
}

export const placeCheckoutExample: PlaceCheckoutDto = {
  quoteId: '7f1c9a52-8a0e-5d43-9b6f-0d2f4f1b8c11',
  shippingAddress: createOrderExample.shippingAddress,
  source: 'live',
};

/** Money that a payment provider has captured for several orders at once. */
export class PayCheckoutDto extends OmitType(PayOrderDto, ['captureId'] as const) {
  @Reference({ description: 'Of the capture: each is recorded once.' })
  captureId: string;
}

export const payCheckoutExample: PayCheckoutDto = { ...payOrderExample, captureId: 'capture-0001' };

/** Money of one order, or of all. */
class CheckoutSumsDto {
  @ApiProperty({ type: 'integer', description: 'What was ordered costs, with shipping and fees.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'What was paid, also what has gone back since.' })
  paid: number;

  @ApiProperty({ type: 'integer', description: 'What is on its way back, or has gone back.' })
  refunded: number;

  @ApiProperty(minorUnits)
  outstanding: number;
}

class CheckoutOrderDto extends CheckoutSumsDto {
  @ApiProperty()
  orderId: string;

  @ApiProperty()
  sellerId: string;

  @ApiProperty()
  sellerName: string;

  @ApiProperty({ enum: orderStatuses })
  status: OrderStatus;
}

/** The orders of one checkout, and what they come to together. */
export class CheckoutDto extends CheckoutSumsDto {
  @ApiProperty({ description: 'The id of its quote, and the `checkoutId` of its orders.' })
  checkoutId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty()
  currency: string;

  @ApiProperty({ type: [CheckoutOrderDto], description: 'In the order of the parts of the quote.' })
  orders: readonly CheckoutOrderDto[];

  @ApiProperty({ type: [String], description: 'Sellers of the quote at whom no order was placed yet.' })
  notPlaced: readonly string[];
}
