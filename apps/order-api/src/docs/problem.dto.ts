import { ApiProperty } from '@nestjs/swagger';
import { type CommandType, type OrderStatus, orderStatuses } from '@app/ordering';
import { type FieldError, type Problem } from '@app/platform';

class FieldErrorDto implements FieldError {
  @ApiProperty({ description: 'JSON pointer (RFC 6901) to the field.', example: '/lines/0/quantity' })
  pointer: string;

  @ApiProperty({ example: 'not-a-whole-number' })
  code: string;

  @ApiProperty()
  detail: string;
}

/** Every error answer (RFC 9457). */
export class ProblemDto implements Problem {
  @ApiProperty({ example: 'urn:problem:order-already-shipped' })
  type: string;

  @ApiProperty({ example: 'Not possible now' })
  title: string;

  @ApiProperty({ type: 'integer', example: 409 })
  status: number;

  @ApiProperty({ description: 'Stable: decide by it.', example: 'order-already-shipped' })
  code: string;

  @ApiProperty({ description: 'For a person, in the language that `Accept-Language` asks for.' })
  detail: string;

  @ApiProperty({ description: 'The path that was asked for.' })
  instance: string;

  @ApiProperty({ type: [FieldErrorDto], required: false })
  errors?: FieldErrorDto[];

  @ApiProperty({
    enum: orderStatuses,
    required: false,
    description: 'Of the order that turned a command down.',
  })
  orderStatus?: OrderStatus;

  @ApiProperty({ type: [String], required: false, description: 'What the sender may do with it instead.' })
  allowedCommands?: CommandType[];

  @ApiProperty({ required: false, description: 'At whom the order of a checkout was refused.' })
  sellerId?: string;

  @ApiProperty({
    type: [String],
    required: false,
    description: 'Orders of the checkout that stand all the same.',
  })
  placed?: string[];
}
