import { IsString, Matches } from 'class-validator';
import { Variable, Whole } from './variable.js';

const host = /^\S{1,255}$/;
const port = 'a port from 0 to 65535, where 0 takes a free one';

/** Where a process listens, and which database and event log it runs on. */
export class EngineSettings {
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
}
