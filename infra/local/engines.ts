import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@app/database';
import { startKafka } from './kafka/start-kafka.js';
import {
  areEnginesAlive,
  ENGINES_FOLDER,
  forgetEngines,
  noteEngines,
  type RunningEngines,
  runningEngines,
} from './running-engines.js';

/**
 * Real Kafka and PostgreSQL on this machine, without Docker, each with a port and a data folder of its own:
 * `up` starts them and prints the settings of an app that uses them, `down` stops them, `run` keeps them in the
 * foreground until Ctrl-C. Both keep their data.
 */
const COMMANDS = { up, down, status, run };

const LOG = join(ENGINES_FOLDER, 'engines.log');

async function up(): Promise<void> {
  const running = await runningEngines();
  if (running) return printSettings(running);
  await mkdir(ENGINES_FOLDER, { recursive: true });
  const log = await open(LOG, 'w', 0o600);
  const keeper = spawn(process.execPath, [fileURLToPath(import.meta.url), 'run'], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await log.close();
  const end = once(keeper, 'exit').then(() => 'ended' as const);
  const engines = await Promise.race([end, noted(keeper.pid!)]);
  if (engines === 'ended') throw new Error((await readFile(LOG, 'utf8')).trim());
  keeper.unref();
  printSettings(engines);
}

async function noted(pid: number): Promise<RunningEngines> {
  for (;;) {
    const engines = await runningEngines();
    if (engines?.pid === pid) return engines;
    await delay(50, undefined, { ref: false });
  }
}

async function down(): Promise<void> {
  const engines = await runningEngines();
  if (!engines) return print('The engines are not running.');
  process.kill(engines.pid, 'SIGTERM');
  while (areEnginesAlive(engines.pid)) await delay(50);
  print('The engines have stopped.');
}

async function status(): Promise<void> {
  const engines = await runningEngines();
  if (engines) return printSettings(engines);
  print('The engines are not running.');
  process.exitCode = 1;
}

async function run(): Promise<void> {
  if (await runningEngines()) throw new Error('The engines are running already.');
  await mkdir(ENGINES_FOLDER, { recursive: true });
  const kafka = await startKafka({ dataDir: join(ENGINES_FOLDER, 'kafka') });
  try {
    const database = await openDatabase({ dataDir: ENGINES_FOLDER, log: print });
    const engines = {
      pid: process.pid,
      environment: { DATABASE_URL: database.url, KAFKA_BROKERS: kafka.brokers },
    };
    await noteEngines(engines);
    printSettings(engines);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await forgetEngines();
    await database.close();
  } finally {
    await kafka.stop();
  }
}

function printSettings({ environment }: RunningEngines): void {
  for (const [name, value] of Object.entries(environment)) print(`${name}=${value}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const command = COMMANDS[process.argv[2] as keyof typeof COMMANDS];
try {
  if (!command) throw new Error(`Usage: npm run engines -- ${Object.keys(COMMANDS).join(' | ')}`);
  await command();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
