import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.js';
import { runProgram } from '../run-program.js';

export const KAFKA_FILES = join(projectFolder(), 'infra/local/kafka');

/** The folder with the jars of that version of Kafka; Maven fetches them the first time. */
export async function kafkaJars(version: string): Promise<string> {
  const home = join(projectFolder(), '.local', `kafka-${version}`);
  const jars = join(home, 'lib');
  if (existsSync(jars)) return jars;
  await mkdir(home, { recursive: true });
  // Moved into place whole: a fetch that was interrupted leaves nothing that looks complete.
  const staging = await mkdtemp(`${jars}-`);
  try {
    await runProgram(
      'mvn',
      [
        '--batch-mode',
        '--quiet',
        '-Dstyle.color=never',
        `--file=${join(KAFKA_FILES, 'pom.xml')}`,
        'dependency:copy-dependencies',
        `-Dkafka.version=${version}`,
        `-DoutputDirectory=${staging}`,
      ],
      `Apache Kafka ${version} is fetched by Maven`,
    );
    await rename(staging, jars);
  } catch (error) {
    await rm(staging, { recursive: true });
    if (!existsSync(jars)) throw error;
  }
  return jars;
}
