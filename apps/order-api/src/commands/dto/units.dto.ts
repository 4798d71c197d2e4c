import { Id } from '../../fields/text-fields.js';
import { Quantity } from '../../fields/value-fields.js';

/** Some units of one line. */
export class UnitsDto {
  @Id()
  lineId: string;

  @Quantity()
  quantity: number;
}
