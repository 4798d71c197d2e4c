import { ApiProperty } from '@nestjs/swagger';
import { type OrderEntry } from '@app/order-log';
import { type Actor, type OrderEvent, type OrderEventType, type Role, roles } from '@app/ordering';
import { termsFor } from '../policies/terms-for.js';

class ActorDto {
  @ApiProperty({ enum: [...roles, 'timer'] })
  role: Role;

  @ApiProperty()
  id: string;
}

/** An event of the order as the log has it. */
export class HistoryEntryDto {
  @ApiProperty({ type: 'integer', description: "Place in the order's history, from 0 without gaps." })
  revision: number;

  @ApiProperty({ type: String })
  type: OrderEventType;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: Object })
  data: object;

  @ApiProperty({ description: 'Who sent the command that made it.' })
  actor: ActorDto;

  @ApiProperty({ required: false, description: 'For whom, where a service acted for somebody else.' })
  onBehalfOf?: ActorDto;

  @ApiProperty({ description: 'Names the command; the events of one command share it.' })
  commandId: string;

  @ApiProperty({ description: 'Joins all that one request set off.' })
  correlationId: string;
}

/** The entry as this reader may see it. */
export function presentEntry({ revision, event, metadata }: OrderEntry, reader: Actor): HistoryEntryDto {
  const { type, at } = event;
  const { actor, onBehalfOf, commandId, correlationId } = metadata;
  return { revision, type, at, data: dataFor(event, reader), actor, onBehalfOf, commandId, correlationId };
}

/** Messages are for those who can write them, what concerns the seller alone is not for the buyer, and accounts are for who pays. */
function dataFor({ type, data }: OrderEvent, reader: Actor): object {
  if (type === 'MessagePosted' && reader.role === 'analyst') {
    const { text: _, ...others } = data;
    return others;
  }
  if (type === 'RefundAccountNamed' && !['platform', 'service'].includes(reader.role)) {
    const { account: _, ...others } = data;
    return others;
  }
  return type === 'OrderPlaced' ? { ...data, policy: termsFor(data.policy, data.sellerId, reader) } : data;
}
