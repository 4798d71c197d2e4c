import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUrl, Matches, MinLength } from 'class-validator';
import { TrueOrFalse, Variable, Whole } from './variable.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The ways of logging in to Kafka by name and password. */
export const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
export type SaslMechanism = (typeof saslMechanisms)[number];

const host = /^\S{1,255}$/;
const port = 'a port from 0 to 65535, where 0 takes a free one';
const file = "a file's path";
/** `<sender>:<secret>`. */
const webhookSecret = /^[A-Za-z0-9._-]{1,64}:[^\s,]{32,256}$/;
const webhookSecrets =
  'name:secret, with commas between them; a secret has 32 to 256 characters and no comma';
const httpAddress = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/**
 * How this installation runs: one property per environment variable, under the variable's own name and with its
 * default. Nothing else reads the environment.
 */
export class Settings {
  @Variable({ section: 'HTTP', meaning: 'Where the process listens.', allowed: 'a host name or an address' })
  @Matches(host)
  readonly HOST: string = '127.0.0.1';

  @Variable({ section: 'HTTP', meaning: 'The port it listens on.', allowed: port })
  @Whole(0, 65_535)
  readonly PORT: number = 3000;

  @Variable({
    section: 'PostgreSQL',
    meaning: 'The folder of the embedded database and of the secret that tokens are signed with.',
    allowed: 'a folder in one that exists',
  })
  @IsString()
  readonly DATA_DIR: string = './data';

  @Variable({
    section: 'PostgreSQL',
    meaning: 'The PostgreSQL that is used instead of the embedded one.',
    allowed: 'an address that begins with postgres:// or postgresql://',
    unset: 'an embedded one in `DATA_DIR`',
    secret: 'address',
  })
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  readonly DATABASE_URL?: string;

  @Variable({
    section: 'PostgreSQL',
    meaning: 'Most connections that one process keeps for its queries; workers hold a few more of their own.',
    allowed: 'a whole number from 4 to 500',
  })
  @Whole(4, 500)
  readonly DATABASE_POOL_SIZE: number = 20;

  @Variable({
    section: 'PostgreSQL',
    meaning: 'Milliseconds after which the server ends a statement; 0 sets no limit.',
    allowed: 'a whole number from 0 to 3600000',
  })
  @Whole(0, 3_600_000)
  readonly DATABASE_STATEMENT_TIMEOUT_MS: number = 30_000;

  @Variable({
    section: 'Event log',
    meaning: 'The event log: a table of the database, or an EventStoreDB.',
    allowed:
      'postgres, or an address that begins with esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover://',
    secret: 'address',
  })
  @Matches(/^(postgres|(esdb|kurrentdb)(\+discover)?:\/\/\S+)$/)
  readonly EVENT_STORE: string = 'postgres';

  @Variable({
    section: 'Event log',
    meaning: 'Stands before the name of every stream, so that several systems can share one event log.',
    allowed: 'up to 64 letters, digits, dots, hyphens and underscores',
    unset: 'nothing',
  })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  readonly EVENT_STORE_PREFIX?: string;

  @Variable({
    section: 'Event log',
    meaning: 'Where `npm run eventstore` listens.',
    allowed: 'a host name or an address',
  })
  @Matches(host)
  readonly EVENT_STORE_NODE_HOST: string = '127.0.0.1';

  @Variable({
    section: 'Event log',
    meaning: 'The port that `npm run eventstore` listens on.',
    allowed: port,
  })
  @Whole(0, 65_535)
  readonly EVENT_STORE_NODE_PORT: number = 2113;

  @Variable({
    section: 'Status events',
    meaning: 'Brokers of the topic of status events.',
    allowed: 'brokers as host:port, with commas between them',
    unset: 'the topic is kept in PostgreSQL',
  })
  @Transform(({ value }: { value: string }) => value.split(','))
  @Matches(/^[^\s/@]+:\d{1,5}$/, { each: true })
  readonly KAFKA_BROKERS?: readonly string[];

  @Variable({
    section: 'Status events',
    meaning: 'Partitions of the topic when it is made; fixed for its life, and checked from then on.',
    allowed: 'a whole number from 1 to 1000',
    unset: 'as the topic has, 12 for a new one',
  })
  @Whole(1, 1000)
  readonly KAFKA_PARTITIONS?: number;

  @Variable({
    section: 'Status events',
    meaning: 'Copies that a new topic keeps of each record.',
    allowed: 'a whole number from 1 to 9',
    unset: 'one per broker, at most 3',
  })
  @Whole(1, 9)
  readonly KAFKA_REPLICATION?: number;

  @Variable({
    section: 'Status events',
    meaning: 'Whether the brokers are spoken to over TLS.',
    allowed: 'true or false',
  })
  @TrueOrFalse()
  readonly KAFKA_TLS: boolean = false;

  @Variable({
    section: 'Status events',
    meaning: "Certificates (PEM) that the brokers' own are checked against.",
    allowed: file,
    unset: "the system's",
  })
  @IsString()
  readonly KAFKA_CA_FILE?: string;

  @Variable({
    section: 'Status events',
    meaning: 'The certificate (PEM) that this process shows to the brokers.',
    allowed: file,
    unset: 'none',
  })
  @IsString()
  readonly KAFKA_CERT_FILE?: string;

  @Variable({
    section: 'Status events',
    meaning: 'The key (PEM) of that certificate.',
    allowed: file,
    unset: 'none',
  })
  @IsString()
  readonly KAFKA_KEY_FILE?: string;

  @Variable({
    section: 'Status events',
    meaning: 'How this process logs in to the brokers.',
    allowed: `one of ${saslMechanisms.join(', ')}`,
    unset: 'not at all',
  })
  @IsIn(saslMechanisms)
  readonly KAFKA_SASL_MECHANISM?: SaslMechanism;

  @Variable({
    section: 'Status events',
    meaning: 'The user that it logs in as.',
    allowed: 'a name',
    unset: 'none',
  })
  @IsString()
  readonly KAFKA_SASL_USERNAME?: string;

  @Variable({
    section: 'Status events',
    meaning: "That user's password.",
    allowed: 'a password',
    unset: 'none',
    secret: 'value',
  })
  @IsString()
  readonly KAFKA_SASL_PASSWORD?: string;

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
