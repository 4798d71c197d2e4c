import { ApiProperty } from '@nestjs/swagger';
import { type OrderEntry } from '@app/order-log';
import { type Actor, type OrderEvent, type OrderEventType, type Role, roles } from '@app/ordering';

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

/** The entry as this reader may see it: messages are for those who can write them. */
export function presentEntry({ revision, event, metadata }: OrderEntry, { role }: Actor): HistoryEntryDto {
  const { actor, onBehalfOf, commandId, correlationId } = metadata;
  return {
    revision,
    ...(role === 'analyst' ? withoutMessage(event) : event),
    actor,
    onBehalfOf,
    commandId,
    correlationId,
  };
}

function withoutMessage(event: OrderEvent): Pick<HistoryEntryDto, 'type' | 'at' | 'data'> {
  if (event.type !== 'MessagePosted') return event;
  const { text: _, ...data } = event.data;
  return { ...event, data };
}
