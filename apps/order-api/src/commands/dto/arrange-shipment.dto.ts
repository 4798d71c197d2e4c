import { type ShippingMethod, shippingMethods } from '@app/ordering';
import { Day, Id, OneOf, Text } from '../../fields/text-fields.js';
import { Flag, ListOf, Nested } from '../../fields/value-fields.js';
import { AddressDto } from './address.dto.js';
import { shipOrderExample } from './ship-order.dto.js';
import { UnitsDto } from './units.dto.js';

/** A package that is packed and booked with a carrier, and has not left. */
export class ArrangeShipmentDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  packageId?: string;

  @ListOf(() => UnitsDto, {
    optional: true,
    minItems: 1,
    description: 'Everything that is left where it is left out.',
  })
  units?: UnitsDto[];

  @OneOf(shippingMethods, { description: 'By the seller, or through the platform.' })
  method: ShippingMethod;

  @Text(64)
  carrier: string;

  @Text(64)
  trackingNumber: string;

  @Day({ optional: true, description: 'When the carrier expects to deliver.' })
  estimatedDelivery?: string;

  @Nested(() => AddressDto, { optional: true, description: 'Where the package starts from.' })
  shipFrom?: AddressDto;

  @Flag({ optional: true, description: 'The packing checklist was ticked off.' })
  checklistDone?: boolean;
}

export const arrangeShipmentExample: ArrangeShipmentDto = {
  ...shipOrderExample,
  shipFrom: { recipient: 'Toko Batik', street: 'Jalan Solo 3', city: 'Yogyakarta', country: 'ID' },
};
