import { Id, Text } from '../../fields/text-fields.js';

/** Units that were handed to a carrier to be sent back. */
export class ShipReturnDto {
  @Id()
  returnId: string;

  @Text(64)
  carrier: string;

  @Text(64)
  trackingNumber: string;
}

export const shipReturnExample: ShipReturnDto = {
  returnId: 'RETURN-1',
  carrier: 'jne',
  trackingNumber: 'JNE0098765432',
};
