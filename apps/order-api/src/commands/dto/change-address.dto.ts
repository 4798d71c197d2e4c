import { Id } from '../../fields/text-fields.js';
import { Nested } from '../../fields/value-fields.js';
import { AddressDto } from './address.dto.js';
import { createOrderExample } from './create-order.dto.js';

/** Where the goods shall go instead. */
export class ChangeAddressDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  changeId?: string;

  @Nested(() => AddressDto)
  shippingAddress: AddressDto;
}

export const changeAddressExample: ChangeAddressDto = {
  changeId: 'CHANGE-1',
  shippingAddress: { ...createOrderExample.shippingAddress, street: 'Jalan Asia Afrika 8' },
};
