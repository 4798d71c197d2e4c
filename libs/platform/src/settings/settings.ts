import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const portMessage = { message: 'a port from 0 to 65535, where 0 takes a free one' };

/**
 * How this installation runs: one property per environment variable, under the variable's own name and with
 * its default. The messages of the rules say what is allowed.
 */
export class Settings {
  @Matches(/^\S{1,255}$/, { message: 'a host name or an address to listen on' })
  readonly HOST: string = '127.0.0.1';

  /** 0 takes a free port. */
  @Transform(({ value }: { value: string }) => (/^\d+$/.test(value) ? Number(value) : value))
  @IsInt(portMessage)
  @Min(0, portMessage)
  @Max(65_535, portMessage)
  readonly PORT: number = 3000;

  /** Where the embedded database and the generated secret live. */
  @IsString()
  readonly DATA_DIR: string = './data';

  /** The PostgreSQL to use; an embedded one under `DATA_DIR` where none is named. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'an address that begins with postgres:// or postgresql://' })
  readonly DATABASE_URL?: string;

  /** `postgres`, or the connection string of an EventStoreDB. */
  @Matches(/^(postgres|esdb(\+discover)?:\/\/\S+)$/, {
    message: 'postgres, or an address that begins with esdb:// or esdb+discover://',
  })
  readonly EVENT_STORE: string = 'postgres';

  /** Where status events go; to PostgreSQL where no broker is named. */
  @IsOptional()
  @Transform(({ value }: { value: string }) => value.split(','))
  @Matches(/^[^\s/@]+:\d{1,5}$/, { each: true, message: 'brokers as host:port, with commas between them' })
  readonly KAFKA_BROKERS?: readonly string[];

  /** Signs and checks tokens (HS256). Without it and without `AUTH_JWKS_URL` a secret is made. */
  @IsOptional()
  @MinLength(32, { message: 'at least 32 characters' })
  readonly AUTH_SECRET?: string;

  /** The identity provider's public keys, instead of a secret. */
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: 'an address that begins with https:// or http://' },
  )
  readonly AUTH_JWKS_URL?: string;

  @IsIn(logLevels, { message: `one of ${logLevels.join(', ')}` })
  readonly LOG_LEVEL: LogLevel = 'info';
}
