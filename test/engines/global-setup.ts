import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { createJiti } from 'jiti';
import type * as GlobalSetup from '../setup/global-setup.js';

/** What real engines need beside npm packages, and what for. */
const programs = [
  { name: 'java', what: 'Apache Kafka runs on Java 17 or newer' },
  { name: 'mvn', what: 'Apache Kafka is fetched by Maven' },
];

/** The part of Jest's options that is looked at: which suites were asked for, none for all. */
interface RunOptions {
  readonly testPathPatterns: { readonly patterns: readonly string[] };
}

/** Of these suites all that a server of EventStoreDB is played on; they need no Kafka. */
const eventStoreDb = 'eventstoredb';

/** Ends the run in one line where a program is missing: no suite is left out. */
export default async function globalSetup({ testPathPatterns: { patterns } }: RunOptions): Promise<void> {
  if (patterns.length === 0 || !patterns.every((pattern) => pattern.includes(eventStoreDb)))
    await needPrograms();
  if (/^(esdb|kurrentdb)/.test(process.env.EVENT_STORE ?? '')) printServer();
  // Jest loads this file by `require`, which finds no TypeScript behind an import; jiti does.
  const setup = await createJiti(import.meta.url).import<typeof GlobalSetup>('../setup/global-setup.js');
  await setup.default();
}

async function needPrograms(): Promise<void> {
  for (const { name, what } of programs)
    await promisify(execFile)(name, ['-version']).catch(() => {
      process.stderr.write(
        `These suites cannot run: ${what}, and there is no program "${name}" on the PATH.\n`,
      );
      process.exit(1);
    });
}

/** Says what a server that is not the suites' own needs and keeps, and gives the run a prefix of its own there. */
function printServer(): void {
  process.env.EVENT_STORE_PREFIX ??= `orders-test-${randomUUID().slice(0, 8)}-`;
  process.stdout.write(
    `The suites named ${eventStoreDb} play on the server that EVENT_STORE names, in streams that begin with ${process.env.EVENT_STORE_PREFIX}
They need there: EventStoreDB or KurrentDB from 23.10 on; a user who may read $all, and read, write and delete these
  streams and their metadata; some five minutes and 200 MB. They change nothing else and need no projections.
They leave there: these streams, 200,000 events of "another application" among them (FOREIGN_EVENTS takes another
  number). "Check your server" in docs/eventstoredb.md tells how to remove them. Nothing is left running.
`,
  );
}
