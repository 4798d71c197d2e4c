import { homeTimeZone, type Language, text } from '@app/words';
import { type NoticeKind } from '../notice.js';
import { messageIdOf, type OutgoingMail } from './mail.js';

/** Whom mails come from, and where the shop is that they lead to. */
export interface Sender {
  /** An address, perhaps with a name before it: `Shop <orders@shop.example>`. */
  readonly from: string;
  /** Where links begin, without a slash at the end. */
  readonly publicUrl: string;
}

/** A mail as it is handed to the mail server. */
export interface MailMessage {
  readonly messageId: string;
  /** When it happened, however late it is sent. */
  readonly date: Date;
  readonly from: string;
  readonly to: { readonly name: ''; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What nobody needs to know: a mail program may offer to turn it off (RFC 2369). */
const invitations: ReadonlySet<NoticeKind> = new Set(['review-requested']);

/** The mail in plain text and in HTML, in its reader's language. */
export function messageOf(mail: OutgoingMail, address: string, { from, publicUrl }: Sender): MailMessage {
  const { language, body, kind, happenedAt } = mail;
  const settings = `${publicUrl}/settings/notices`;
  const page: Page = {
    ...{ language, title: oneLine(mail.title), body, settings, url: publicUrl + mail.link },
    open: word(language, 'mail.open'),
    why: word(language, 'mail.why'),
  };
  return {
    messageId: messageIdOf(mail, /@([^@>]+)>?$/.exec(from)![1]!),
    date: happenedAt,
    from,
    to: { name: '', address },
    subject: page.title,
    text: plain(page),
    html: html(page),
    headers: {
      // Nobody's absence is to answer a machine (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      ...(invitations.has(kind) ? { 'List-Unsubscribe': `<${settings}>` } : {}),
    },
  };
}

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly open: string;
  readonly why: string;
  readonly settings: string;
}

const plain = ({ body, open, url, why, settings }: Page): string =>
  `${body}\n\n${open}: ${url}\n\n-- \n${why}\n${settings}\n`;

function html(page: Page): string {
  const { language, title, body, url, open, why, settings } = escaped(page);
  return `<!doctype html>
<html lang="${language}">
  <head><meta charset="utf-8"><title>${title}</title></head>
  <body style="font-family: sans-serif; max-width: 36em">
    <h1 style="font-size: 1.2em">${title}</h1>
    <p>${body}</p>
    <p><a href="${url}">${open}</a></p>
    <p style="color: #666; font-size: 0.8em">${why} <a href="${settings}">${settings}</a></p>
  </body>
</html>
`;
}

/** Texts as they stand in HTML. */
const escaped = (page: Page): Record<keyof Page, string> =>
  Object.fromEntries(
    Object.entries(page).map(([name, value]) => [
      name,
      String(value).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    ]),
  ) as Record<keyof Page, string>;

const word = (language: Language, key: 'mail.open' | 'mail.why'): string =>
  text({ language, timeZone: homeTimeZone }, key);

/** A header cannot be left by what stands in it. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
