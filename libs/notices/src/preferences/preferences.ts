import { homeTimeZone, type Locale } from '@app/words';
import { type NoticeKind } from '../notice.js';

/** Where notices arrive. */
export interface Channels {
  readonly inbox: boolean;
  /** By e-mail, if there is an address. */
  readonly email: boolean;
}

/** The notices that somebody wants, in which language, and where. */
export interface NoticePreferences extends Channels, Locale {
  /** Personal data. Without one there are no mails. */
  readonly emailAddress?: string;
  /** Kinds of notices that arrive elsewhere than the others. */
  readonly kinds: readonly KindChannels[];
}

export interface KindChannels extends Channels {
  readonly kind: NoticeKind;
}

/** What holds for whoever has chosen nothing. */
export const defaultPreferences: NoticePreferences = {
  language: 'en',
  timeZone: homeTimeZone,
  inbox: true,
  email: true,
  kinds: [],
};

/** Where notices of a kind really arrive. */
export function channelsFor(preferences: NoticePreferences, kind: NoticeKind): Channels {
  const { inbox, email } = preferences.kinds.find((own) => own.kind === kind) ?? preferences;
  return { inbox, email: email && preferences.emailAddress !== undefined };
}
