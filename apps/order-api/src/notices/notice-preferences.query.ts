import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { preferencesOf, type Recipient, type StoredPreferences } from '@app/notices';

/** What a buyer or a seller wants to be told, and where. */
export class NoticePreferencesQuery extends Query<StoredPreferences> {
  constructor(readonly person: Recipient) {
    super();
  }
}

@QueryHandler(NoticePreferencesQuery)
export class NoticePreferencesHandler implements IQueryHandler<NoticePreferencesQuery> {
  constructor(private readonly engines: Engines) {}

  async execute({ person }: NoticePreferencesQuery): Promise<StoredPreferences> {
    return (await preferencesOf(this.engines.database.pool, [person]))(person);
  }
}
