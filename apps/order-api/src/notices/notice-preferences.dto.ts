import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsEmail, IsTimeZone, MaxLength } from 'class-validator';
import { type KindChannels, type NoticeKind, noticeKinds, type NoticePreferences } from '@app/notices';
import { toBe } from '@app/platform';
import { type Language, languages } from '@app/words';
import { field } from '../fields/field.js';
import { OneOf } from '../fields/text-fields.js';
import { Count, Flag, ListOf } from '../fields/value-fields.js';

const EmailAddress = () => {
  const allowed = toBe('mail-address');
  return field(
    { optional: true, description: 'Personal data. Without it there are no mails.' },
    { type: String, format: 'email', maxLength: 254 },
    MaxLength(254, allowed),
    IsEmail({}, allowed),
  );
};

const TimeZone = () =>
  field(
    {
      optional: true,
      description: 'IANA name; times are written by its clock. `Asia/Jakarta` where it is left out.',
    },
    { type: String, example: 'Asia/Makassar' },
    IsTimeZone(toBe('time-zone')),
  );

/** Where notices of one kind arrive. */
class KindChannelsDto implements KindChannels {
  @OneOf(noticeKinds)
  kind: NoticeKind;

  @Flag({})
  inbox: boolean;

  @Flag({})
  email: boolean;
}

/** The notices that somebody wants, in which language, and where. */
export class NoticePreferencesDto implements Omit<NoticePreferences, 'timeZone'> {
  @OneOf(languages, { description: 'ISO 639-1.' })
  language: Language;

  @TimeZone()
  timeZone?: string;

  @EmailAddress()
  emailAddress?: string;

  @Flag({ description: 'Whether notices are kept in the inbox.' })
  inbox: boolean;

  @Flag({ description: 'Whether notices are sent to the mail address, if there is one.' })
  email: boolean;

  @ListOf(() => KindChannelsDto, { description: 'Kinds of notices that arrive elsewhere than the others.' })
  @ArrayUnique(({ kind }: KindChannels) => kind, toBe('list-of-different'))
  kinds: KindChannelsDto[];
}

/** What is to be; the version of what was read is let pass, for `If-Match` says which one is replaced. */
export class ChooseNoticesDto extends NoticePreferencesDto {
  @Count({ optional: true, description: 'Let pass.' })
  version?: number;
}

/** Preferences with how often they were changed. */
export class StoredPreferencesDto extends NoticePreferencesDto {
  @ApiProperty({ type: 'integer', description: 'How often they were changed; 0 for the defaults.' })
  version: number;
}

export const noticePreferencesExample: NoticePreferencesDto = {
  language: 'id',
  emailAddress: 'ayu@mail.example',
  inbox: true,
  email: false,
  kinds: [{ kind: 'shipped', inbox: true, email: true }],
};
