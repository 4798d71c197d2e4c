import { type ShippingMethod, shippingMethods } from '@app/ordering';
import { Day, Id, OneOf, Text } from '../../fields/text-fields.js';
import { Flag, ListOf } from '../../fields/value-fields.js';
import { UnitsDto } from './units.dto.js';

/** A package that was handed to a carrier. */
export class ShipOrderDto {
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

  @Flag({ optional: true, description: 'The packing checklist was ticked off.' })
  checklistDone?: boolean;
}

export const shipOrderExample: ShipOrderDto = {
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
};
