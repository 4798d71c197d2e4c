import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsIn, IsUrl, Matches, MinLength } from 'class-validator';
import { TopicSettings } from './topic-settings.js';
import { TrueOrFalse, Variable, Whole } from './variable.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `<sender>:<secret>`. */
const webhookSecret = /^[A-Za-z0-9._-]{1,64}:[^\s,]{32,256}$/;
const webhookSecrets =
  'name:secret, with commas between them; a secret has 32 to 256 characters and no comma';
const httpAddress = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/**
 * How this installation runs: one property per environment variable, under the variable's own name and with its
 * default. Nothing else reads the environment.
 */
export class Settings extends TopicSettings {
  @Variable({
    section: 'Notices',
    meaning: 'The mail server that takes notices as mails.',
    allowed: 'an address that begins with smtp:// or smtps://',
    unset: 'no mails are sent',
    secret: 'address',
  })
  @Matches(/^smtps?:\/\/\S+$/)
  readonly SMTP_URL?: string;

  @Variable({
    section: 'Notices',
    meaning: 'Whom mails come from.',
    allowed: 'a mail address, or `Name <address>`',
    unset: 'no mails are sent',
  })
  @Matches(/^([^<>@"\p{Cc}]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)
  readonly MAIL_FROM?: string;

  @Variable({
    section: 'Notices',
    meaning: 'Most mails that one process hands over in a second.',
    allowed: 'a whole number from 1 to 1000',
  })
  @Whole(1, 1000)
  readonly MAIL_RATE: number = 10;

  @Variable({
    section: 'Notices',
    meaning: 'Where people see the shop: what the links in mails begin with.',
    allowed: 'an address that begins with https:// or http://',
    unset: 'no mails are sent',
  })
  @IsUrl(httpAddress)
  readonly PUBLIC_URL?: string;

  @Variable({
    section: 'Notices',
    meaning: 'Whether webhooks may be at addresses that are not public, as on a network of your own.',
    allowed: 'true or false',
  })
  @TrueOrFalse()
  readonly WEBHOOK_PRIVATE_ADDRESSES: boolean = false;

  @Variable({
    section: 'Access',
    meaning: 'Signs and checks tokens (HS256).',
    allowed: 'at least 32 characters',
    unset: 'a secret made in `DATA_DIR`, unless `AUTH_JWKS_URL` is set',
    secret: 'value',
  })
  @MinLength(32)
  readonly AUTH_SECRET?: string;

  @Variable({
    section: 'Access',
    meaning: "The identity provider's public keys, instead of a secret.",
    allowed: 'an address that begins with https:// or http://',
    unset: 'tokens are checked with the secret',
    secret: 'address',
  })
  @IsUrl(httpAddress)
  readonly AUTH_JWKS_URL?: string;

  @Variable({
    section: 'Access',
    meaning: 'What payment providers sign their webhooks with; a name twice takes both secrets.',
    allowed: webhookSecrets,
    unset: 'no payment provider can report',
    secret: 'value',
  })
  @Transform(({ value }: { value: string }) => value.split(','))
  @Matches(webhookSecret, { each: true })
  readonly PAYMENT_WEBHOOK_SECRETS?: readonly string[];

  @Variable({
    section: 'Access',
    meaning: 'What carriers sign their webhooks with; a name twice takes both secrets.',
    allowed: webhookSecrets,
    unset: 'no carrier can report',
    secret: 'value',
  })
  @Transform(({ value }: { value: string }) => value.split(','))
  @Matches(webhookSecret, { each: true })
  readonly CARRIER_WEBHOOK_SECRETS?: readonly string[];

  @Variable({
    section: 'Prices',
    meaning: 'What insured shipping costs, in hundredths of a percent of the goods.',
    allowed: 'a whole number from 0 to 10000',
  })
  @Whole(0, 10_000)
  readonly INSURANCE_BASIS_POINTS: number = 50;

  @Variable({
    section: 'Prices',
    meaning: 'How long a quote holds, in minutes.',
    allowed: 'a whole number from 1 to 10080',
  })
  @Whole(1, 10_080)
  readonly QUOTE_MINUTES: number = 30;

  @Variable({
    section: 'Operation',
    meaning: 'What is logged: this and everything graver.',
    allowed: `one of ${logLevels.join(', ')}`,
  })
  @IsIn(logLevels)
  readonly LOG_LEVEL: LogLevel = 'info';

  @Variable({
    section: 'Operation',
    meaning: 'Where traces are sent (OpenTelemetry, OTLP over HTTP).',
    allowed: 'an address that begins with https:// or http://',
    unset: 'nothing is traced',
    secret: 'address',
  })
  @IsUrl(httpAddress)
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;
}
