import { Id } from '../../fields/text-fields.js';

/** A request to cancel that the buyer no longer makes. */
export class WithdrawCancellationDto {
  @Id({ description: "As the order's detail lists it under its cancellations." })
  cancellationId: string;
}

export const withdrawCancellationExample: WithdrawCancellationDto = { cancellationId: 'CANCEL-1' };
