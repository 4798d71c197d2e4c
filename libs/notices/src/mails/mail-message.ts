import Mustache from 'mustache';
import { type Language } from '../templates/languages.js';
import { messageIdOf, type OutgoingMail } from './mail.js';

/** Whom mails come from, and where the shop is that they lead to. */
export interface Letterhead {
  /** An address, perhaps with a name before it: `Shop <orders@shop.example>`. */
  readonly from: string;
  /** Where links begin, without a slash at the end. */
  readonly publicUrl: string;
}

/** A mail as it is handed to the mail server. */
export interface MailMessage {
  readonly messageId: string;
  readonly from: string;
  readonly to: { readonly name: ''; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const words: Readonly<Record<Language, { readonly open: string; readonly why: string }>> = {
  en: {
    open: 'Show the order',
    why: 'You get this mail because of your settings for notices, where you can also turn it off.',
  },
  id: {
    open: 'Lihat pesanan',
    why: 'Anda menerima email ini sesuai pengaturan pemberitahuan Anda, dan dapat mematikannya di sana.',
  },
};

const plain = `{{{body}}}

{{{open}}}: {{{url}}}

-- 
{{{why}}}
`;

const page = `<!doctype html>
<html lang="{{language}}">
  <head><meta charset="utf-8"><title>{{title}}</title></head>
  <body style="font-family: sans-serif; max-width: 36em">
    <h1 style="font-size: 1.2em">{{title}}</h1>
    <p>{{body}}</p>
    <p><a href="{{url}}">{{open}}</a></p>
    <p style="color: #666; font-size: 0.8em">{{why}}</p>
  </body>
</html>
`;

/** The mail in plain text and in HTML, in its reader's language. */
export function messageOf(mail: OutgoingMail, address: string, { from, publicUrl }: Letterhead): MailMessage {
  const { language, body } = mail;
  const title = oneLine(mail.title);
  const facts = { language, title, body, url: publicUrl + mail.link, ...words[language] };
  return {
    messageId: messageIdOf(mail, /@([^@>]+)>?$/.exec(from)![1]!),
    from,
    to: { name: '', address },
    subject: title,
    text: Mustache.render(plain, facts),
    html: Mustache.render(page, facts),
    // Nobody's absence is to answer a machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  };
}

/** A header cannot be left by what stands in it. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
