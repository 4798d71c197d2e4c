import { Id, Text } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';

/** A fee or a discount that the buyer sees as a line of its own. */
export class ChargeDto {
  @Id()
  code: string;

  @Text(100)
  label: string;

  @Amount()
  amount: number;
}
