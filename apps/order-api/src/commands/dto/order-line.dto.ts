import { Id, Text } from '../../fields/text-fields.js';
import { Amount, Flag, Quantity } from '../../fields/value-fields.js';

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
}
