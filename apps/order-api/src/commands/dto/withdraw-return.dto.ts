import { Id } from '../../fields/text-fields.js';

/** A return that the buyer no longer wants. */
export class WithdrawReturnDto {
  @Id({ description: "As the order's detail lists it under its returns." })
  returnId: string;
}

export const withdrawReturnExample: WithdrawReturnDto = { returnId: 'RETURN-1' };
