import { ApiProperty } from '@nestjs/swagger';
import { parties, type Party } from '@app/ordering';
import { type MessagePage } from '@app/read-models';
import { Digits } from '../fields/text-fields.js';
import { type PageOf } from '../lists/order-page.js';
import { PageDto } from '../lists/page.dto.js';

/** Which messages are asked for. */
export class MessageListDto extends PageDto {
  @Digits(15, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

/** What somebody wrote to the others of an order. */
class MessageDto {
  @ApiProperty()
  messageId: string;

  @ApiProperty({ type: 'integer', description: "Place in the order's history." })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: parties })
  from: Party;

  @ApiProperty()
  text: string;
}

export class MessagePageDto implements PageOf<MessageDto> {
  @ApiProperty({ type: [MessageDto] })
  items: readonly MessageDto[];

  @ApiProperty({ required: false, description: 'Leads to the older messages; absent on the last page.' })
  nextCursor?: string;
}

export const presentMessages = ({ messages, next }: MessagePage): MessagePageDto => ({
  items: messages.map(({ orderId: _, author: from, messageId, revision, at, text }) => ({
    messageId,
    revision,
    at,
    from,
    text,
  })),
  nextCursor: next?.toString(),
});
