import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createJiti } from 'jiti';
import type * as GlobalSetup from '../setup/global-setup.js';

/** What real engines need beside npm packages, and what for. */
const programs = [
  { name: 'java', what: 'Apache Kafka runs on Java 17 or newer' },
  { name: 'mvn', what: 'Apache Kafka is fetched by Maven' },
];

/** Ends the run in one line where a program is missing: no suite is left out. */
export default async function globalSetup(): Promise<void> {
  for (const { name, what } of programs)
    await promisify(execFile)(name, ['-version']).catch(() => {
      process.stderr.write(
        `These suites cannot run: ${what}, and there is no program "${name}" on the PATH.\n`,
      );
      process.exit(1);
    });
  // Jest loads this file by `require`, which finds no TypeScript behind an import; jiti does.
  const setup = await createJiti(import.meta.url).import<typeof GlobalSetup>('../setup/global-setup.js');
  await setup.default();
}
