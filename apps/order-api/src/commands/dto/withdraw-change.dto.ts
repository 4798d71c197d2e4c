import { Id } from '../../fields/text-fields.js';

/** A change that the buyer no longer wants. */
export class WithdrawChangeDto {
  @Id({ description: "As the order's detail lists it under its changes." })
  changeId: string;
}

export const withdrawChangeExample: WithdrawChangeDto = { changeId: 'CHANGE-2' };
