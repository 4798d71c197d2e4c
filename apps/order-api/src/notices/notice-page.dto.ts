import { ApiProperty } from '@nestjs/swagger';
import { type NoticeKind, type NoticePage, type StoredNotice } from '@app/notices';
import { type PageOf } from '../lists/order-page.js';

/** The notice to one person about one thing that happened to an order. */
class NoticeDto implements Omit<StoredNotice, 'recipient'> {
  @ApiProperty()
  id: string;

  @ApiProperty()
  orderId: string;

  @ApiProperty({ type: 'integer', description: 'Number of the status event within the order.' })
  sequence: number;

  @ApiProperty({ type: String })
  kind: NoticeKind;

  @ApiProperty()
  title: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ description: 'Where in the shop the order is shown.' })
  link: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class NoticePageDto implements PageOf<NoticeDto> {
  @ApiProperty({ type: [NoticeDto] })
  items: readonly NoticeDto[];

  @ApiProperty({ required: false, description: 'Leads to the next page; absent on the last one.' })
  nextCursor?: string;
}

export const presentNotices = ({ notices, nextCursor }: NoticePage): NoticePageDto => ({
  items: notices.map(({ recipient: _, ...notice }) => notice),
  nextCursor,
});
