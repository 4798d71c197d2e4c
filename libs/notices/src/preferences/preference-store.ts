import { isDeepStrictEqual } from 'node:util';
import { type Pool, type PoolClient } from 'pg';
import { type Language } from '@app/words';
import { type Recipient } from '../notice.js';
import { defaultPreferences, type KindChannels, type NoticePreferences } from './preferences.js';

/** Preferences as they are kept. */
export interface StoredPreferences extends NoticePreferences {
  /** How often they were changed; 0 for the defaults. */
  readonly version: number;
}

/** What each of the people has chosen, or the defaults. */
export async function preferencesOf(
  db: Pool | PoolClient,
  people: readonly Recipient[],
): Promise<(person: Recipient) => StoredPreferences> {
  const { rows } = await db.query<PreferencesRow>(
    `select * from notice_preferences
     where (recipient_role, recipient_id) in (select * from unnest($1::text[], $2::text[]))`,
    [people.map(({ role }) => role), people.map(({ id }) => id)],
  );
  const chosen = new Map(rows.map((row) => [`${row.recipient_role} ${row.recipient_id}`, stored(row)]));
  return ({ role, id }) => chosen.get(`${role} ${id}`) ?? { ...defaultPreferences, version: 0 };
}

/**
 * Replaces what somebody has chosen, and answers the version, a new one where it differs; undefined, and nothing is changed, where
 * `expectedVersion` is not the one before.
 */
export async function setPreferences(
  pool: Pool,
  person: Recipient,
  preferences: NoticePreferences,
  { by, expectedVersion }: { readonly by: string; readonly expectedVersion?: number },
): Promise<number | undefined> {
  const { role, id } = person;
  const { language, timeZone, emailAddress, inbox, email, kinds } = preferences;
  const { version, ...chosen } = (await preferencesOf(pool, [person]))(person);
  if (isDeepStrictEqual(plain(chosen), plain(preferences)))
    return (expectedVersion ?? version) === version ? version : undefined;
  const { rows } = await pool.query<{ version: number }>(
    `insert into notice_preferences as p
       (recipient_role, recipient_id, language, time_zone, email_address, inbox, email, kinds, changed_by)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9
     where coalesce($10::bigint, 0) = 0
        or exists (select from notice_preferences where recipient_role = $1 and recipient_id = $2)
     on conflict (recipient_role, recipient_id) do update set
       language = excluded.language, time_zone = excluded.time_zone, email_address = excluded.email_address, inbox = excluded.inbox,
       email = excluded.email, kinds = excluded.kinds, version = p.version + 1,
       changed_at = now(), changed_by = excluded.changed_by
     where $10 is null or p.version = $10
     returning version`,
    [role, id, language, timeZone, emailAddress, inbox, email, JSON.stringify(kinds), by, expectedVersion],
  );
  return rows[0]?.version;
}

/** Without what is undefined, which is left out where it is read. */
const plain = (preferences: NoticePreferences): unknown => JSON.parse(JSON.stringify(preferences));

interface PreferencesRow {
  readonly recipient_role: string;
  readonly recipient_id: string;
  readonly version: number;
  readonly language: Language;
  readonly time_zone: string;
  readonly email_address: string | null;
  readonly inbox: boolean;
  readonly email: boolean;
  readonly kinds: readonly KindChannels[];
}

const stored = (row: PreferencesRow): StoredPreferences => ({
  version: row.version,
  language: row.language,
  timeZone: row.time_zone,
  emailAddress: row.email_address ?? undefined,
  inbox: row.inbox,
  email: row.email,
  kinds: row.kinds,
});
