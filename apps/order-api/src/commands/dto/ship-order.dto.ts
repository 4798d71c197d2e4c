import { type ShippingMethod, shippingMethods } from '@app/ordering';
import { Day, Id, OneOf, Text } from '../../fields/text-fields.js';
import { Flag, ListOf, Nested } from '../../fields/value-fields.js';
import { AddressDto } from './address.dto.js';
import { UnitsDto } from './units.dto.js';

/** A package that was handed to a carrier: of an arranged one, its id says all. */
export class ShipOrderDto {
  @Id({
    optional: true,
    description: 'Of an arranged package, or of a new one; a new id where it is left out.',
  })
  packageId?: string;

  @ListOf(() => UnitsDto, {
    optional: true,
    minItems: 1,
    description: 'Everything that is left where it is left out.',
  })
  units?: UnitsDto[];

  @OneOf(shippingMethods, { optional: true, description: 'By the seller, or through the platform.' })
  method?: ShippingMethod;

  @Text(64, { optional: true })
  carrier?: string;

  @Text(64, { optional: true })
  trackingNumber?: string;

  @Day({ optional: true, description: 'When the carrier expects to deliver.' })
  estimatedDelivery?: string;

  @Nested(() => AddressDto, { optional: true, description: 'Where the package starts from.' })
  shipFrom?: AddressDto;

  @Flag({ optional: true, description: 'The packing checklist was ticked off.' })
  checklistDone?: boolean;
}

export const shipOrderExample = {
  packageId: 'PKG-1',
  units: [
    { lineId: 'line-1', quantity: 2 },
    { lineId: 'line-2', quantity: 2 },
  ],
  method: 'platform',
  carrier: 'jne',
  trackingNumber: 'JNE0012345678',
  estimatedDelivery: '2030-01-30',
  checklistDone: true,
} satisfies ShipOrderDto;
