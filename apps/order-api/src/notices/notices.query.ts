import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { listNotices, type NoticePage, type Recipient } from '@app/notices';
import { type NoticeListDto } from './notice-list.dto.js';

/** A page of the notices to a buyer or a seller, the newest first. */
export class NoticesQuery extends Query<NoticePage> {
  constructor(
    readonly recipient: Recipient,
    readonly page: NoticeListDto,
  ) {
    super();
  }
}

@QueryHandler(NoticesQuery)
export class NoticesHandler implements IQueryHandler<NoticesQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ recipient, page }: NoticesQuery): Promise<NoticePage> {
    return listNotices(this.engines.database.pool, recipient, page);
  }
}
