import { type Type } from '@nestjs/common';
import { type OrderCommand } from '@app/ordering';
import { ValidationPipe } from '@app/platform';
import { NoFieldsDto } from '../commands/dto/no-fields.dto.js';
import { ShipOrderDto } from '../commands/dto/ship-order.dto.js';

/** What sellers do to many orders at once. */
export const batchable = ['confirm', 'ship'] as const;
export type Batchable = (typeof batchable)[number];

const pipe = new ValidationPipe();

/** The value, held against the rules of its class; throws the problem that a body of its own would be answered with. */
export const checked = <Dto>(value: unknown, dto: Type<Dto>): Dto =>
  pipe.transform(value, { type: 'body', metatype: dto }) as Dto;

/** The command that a body asks for, as its own route would make it. */
export function commandOf(name: Batchable, body: unknown): OrderCommand {
  switch (name) {
    case 'confirm':
      checked(body, NoFieldsDto);
      return { type: 'confirm' };
    case 'ship':
      return { type: 'ship', checklistDone: false, ...checked(body, ShipOrderDto) };
  }
}
