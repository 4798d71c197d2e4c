import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches } from 'class-validator';
import { EngineSettings } from './engine-settings.js';
import { TrueOrFalse, Variable, Whole } from './variable.js';

/** The ways of logging in to Kafka by name and password. */
export const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
export type SaslMechanism = (typeof saslMechanisms)[number];

const file = "a file's path";

/** Where the topic of status events is, and how its brokers are spoken to. */
export class TopicSettings extends EngineSettings {
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
}
