import { CountryCode, Id, Text } from '../../fields/text-fields.js';
import { Amount, Flag, Quantity } from '../../fields/value-fields.js';

/** Where the goods go. */
export class AddressDto {
  @Text(100)
  recipient: string;

  @Text(40, { optional: true })
  phone?: string;

  @Text(200)
  street: string;

  @Text(100)
  city: string;

  @Text(100, { optional: true })
  region?: string;

  @Text(20, { optional: true })
  postalCode?: string;

  @CountryCode()
  country: string;
}

/** A fee or a discount that the buyer sees as a line of its own. */
export class ChargeDto {
  @Id()
  code: string;

  @Text(100)
  label: string;

  @Amount()
  amount: number;
}

/** One product of the order, as it is sold. */
export class OrderLineDto {
  @Id({ description: 'Unique in the order; later commands name the line by it.' })
  lineId: string;

  @Id()
  productId: string;

  @Text(200)
  title: string;

  @Text(200, { optional: true, description: 'Size, colour and the like.' })
  variant?: string;

  @Quantity()
  quantity: number;

  @Amount({ description: 'Price of one unit, in minor units.' })
  unitPrice: number;

  @Flag({
    optional: true,
    description: 'False for what is never sent, such as a download: `confirm` delivers it.',
  })
  needsShipping?: boolean;

  @Flag({ optional: true, description: 'False for what cannot be sent back.' })
  returnable?: boolean;
}

/** Some units of one line. */
export class UnitsDto {
  @Id()
  lineId: string;

  @Quantity()
  quantity: number;
}
