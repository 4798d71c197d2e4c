import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject } from 'class-validator';
import { type CommandAnswer } from '@app/order-log';
import { type CommandType } from '@app/ordering';
import { type Problem, toBe } from '@app/platform';
import { CommandAnswerDto } from '../commands/command-answer.dto.js';
import { commandTypes, routeOf } from '../commands/command-routes.js';
import { shipOrderExample } from '../commands/routes/shipping.js';
import { ProblemDto } from '../docs/problem.dto.js';
import { field } from '../fields/field.js';
import { Id, IdempotencyKey, OneOf } from '../fields/text-fields.js';
import { AnObject } from '../fields/value-fields.js';

/** What sellers do to many orders at once. */
const batchable = commandTypes.filter((type) => routeOf(type).inBatch);

/** Most commands of one request. */
const most = 200;

/** One command to one order. */
export class BatchEntryDto {
  @Id()
  orderId: string;

  @OneOf(batchable)
  command: CommandType;

  @AnObject({ optional: true, description: "The body that the command's own route takes." })
  body?: object;

  @IdempotencyKey({
    optional: true,
    description: "As of a single command; the request's with the index where it is left out.",
  })
  idempotencyKey?: string;
}

/** Commands to many orders. An entry that is wrong is answered by itself, so entries are not checked here. */
export class BatchDto {
  @field(
    {},
    { type: () => BatchEntryDto, isArray: true, minItems: 1, maxItems: most },
    IsArray(toBe('list')),
    ArrayMinSize(1, toBe('list-of-at-least', { least: 1 })),
    ArrayMaxSize(most, toBe('list-of-at-most', { most })),
    IsObject({ each: true, ...toBe('objects') }),
  )
  commands: object[];
}

export const batchExample = {
  commands: [
    { orderId: '3f0c8a52-5d7e-5c7b-9a44-0d9b2a6f1e11', command: 'confirm' },
    {
      orderId: '8b1f6f0e-2a4d-5b8e-8f0d-6f5b7c9d2e22',
      command: 'ship',
      body: { ...shipOrderExample, units: undefined },
    },
  ],
};

const batchStatuses = ['accepted', 'refused', 'failed'] as const;
type BatchStatus = (typeof batchStatuses)[number];

/** What one command of the batch came to. */
export class BatchResultDto {
  @ApiProperty({ required: false, description: 'As given; absent where the entry had none.' })
  orderId?: string;

  @ApiProperty({
    enum: batchStatuses,
    description:
      '`refused` stays so as long as order and entry are what they are; `failed` may be sent again.',
  })
  status: BatchStatus;

  @ApiProperty({ type: () => CommandAnswerDto, required: false, description: 'Of an accepted command.' })
  answer?: CommandAnswer;

  @ApiProperty({
    type: () => ProblemDto,
    required: false,
    description: 'Of any other, with pointers into the body of the batch.',
  })
  problem?: Problem;
}

export class BatchAnswerDto {
  @ApiProperty({ type: [BatchResultDto], description: 'One for each command, in their order.' })
  results: readonly BatchResultDto[];
}
