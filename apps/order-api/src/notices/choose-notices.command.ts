import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type NoticePreferences, type Recipient, setPreferences, type StoredPreferences } from '@app/notices';
import { type Actor } from '@app/ordering';
import { ProblemError } from '@app/platform';

/** Replaces what a buyer or a seller wants to be told. */
export class ChooseNotices extends Command<StoredPreferences> {
  constructor(
    readonly person: Recipient,
    readonly preferences: NoticePreferences,
    readonly by: Actor,
    /** The version that is to be replaced; any where it is missing. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChooseNotices)
export class ChooseNoticesHandler implements ICommandHandler<ChooseNotices> {
  constructor(private readonly engines: Engines) {}

  /** Throws 412 where it is another version by now. */
  async execute({ person, preferences, by, expectedVersion }: ChooseNotices): Promise<StoredPreferences> {
    const { pool } = this.engines.database;
    const changed = { by: `${by.role}:${by.id}`, expectedVersion };
    const version = await setPreferences(pool, person, preferences, changed);
    if (version !== undefined) return { ...preferences, version };
    const detail = 'These preferences were changed meanwhile: read them again before you change them.';
    throw new ProblemError(412, 'version-mismatch', detail);
  }
}
