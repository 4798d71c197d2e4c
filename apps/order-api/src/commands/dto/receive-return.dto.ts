import { Id, Note } from '../../fields/text-fields.js';
import { Flag } from '../../fields/value-fields.js';

/** What has come back to the seller. */
export class ReceiveReturnDto {
  @Id()
  returnId: string;

  @Flag({ description: 'Whether it is what was to come back; then it is refunded at once.' })
  accepted: boolean;

  @Note({ optional: true, description: 'Told to the buyer.' })
  note?: string;
}

export const receiveReturnExample: ReceiveReturnDto = { returnId: 'RETURN-1', accepted: true };
