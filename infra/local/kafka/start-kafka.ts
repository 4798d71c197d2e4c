import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { programError, runProgram } from '../run-program.js';
import { KAFKA_FILES, kafkaJars } from './kafka-jars.js';
import { type KafkaPorts, kafkaSettings, portsIn, type SecureListener } from './kafka-settings.js';

/** The version that is started unless another one is named. */
export const KAFKA_VERSION = '3.9.1';

export interface LocalKafkaOptions {
  /** A version in Maven Central. */
  readonly version?: string;
  /** Keeps topics, settings and the broker's log; made when missing. */
  readonly dataDir: string;
  /** Default: the port that the folder's broker had before, or else a free one. */
  readonly port?: number;
  readonly secure?: SecureListener;
}

/** A genuine single Kafka broker, a child of this process. */
export interface LocalKafka {
  /** Bootstrap address, e.g. `127.0.0.1:9092`. */
  readonly brokers: string;
  /** Shuts down in order; after 20 s without success, as `kill` does. */
  stop(): Promise<void>;
  /** Ends it as a crash would (SIGKILL). */
  kill(): Promise<void>;
}

const READY_LINE = 'Kafka Server started';
const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;
const NEEDS_JAVA = 'Apache Kafka runs on Java 17 or newer';
/** 16 bytes in base64url: no local cluster ever meets another, so all may have the same id. */
const CLUSTER_ID = Buffer.from('orders-on-1-node').toString('base64url');

/** Starts Apache Kafka on a folder, without Docker, and resolves when it takes requests. */
export async function startKafka({
  version = KAFKA_VERSION,
  dataDir,
  port,
  secure,
}: LocalKafkaOptions): Promise<LocalKafka> {
  const folder = resolve(dataDir);
  const topics = join(folder, 'topics');
  const settings = join(folder, 'server.properties');
  const log = join(folder, 'kafka.log');
  const java = [
    '-Xmx512m',
    // It is to start soon rather than to last: these halve what its start takes of the processor.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    `-Dlog4j.configuration=file:${join(KAFKA_FILES, 'log4j.properties')}`,
    '-cp',
    join(await kafkaJars(version), '*'),
  ];

  await mkdir(folder, { recursive: true });
  const ports = await choosePorts(settings, port);
  await writeFile(settings, kafkaSettings(topics, ports, secure));
  if (!existsSync(join(topics, 'meta.properties'))) {
    const format = [
      'kafka.tools.StorageTool',
      'format',
      `--cluster-id=${CLUSTER_ID}`,
      `--config=${settings}`,
      // Logins by SCRAM are kept among the topics, those by PLAIN in the settings.
      ...(secure ? [`--add-scram=SCRAM-SHA-256=[name=${secure.user},password=${secure.password}]`] : []),
    ];
    await runProgram('java', [...java, ...format], NEEDS_JAVA);
  }

  const broker = await spawnInto(log, [...java, 'kafka.Kafka', settings]);
  await ready(broker, log);
  return {
    brokers: `127.0.0.1:${ports.clients}`,
    stop: () => end(broker, 'SIGTERM'),
    kill: () => end(broker, 'SIGKILL'),
  };
}

/** Clients find a broker again on its old ports; and two brokers on one folder would destroy its topics. */
async function choosePorts(settings: string, wanted?: number): Promise<KafkaPorts> {
  const last = portsIn(await readFile(settings, 'utf8').catch(() => ''));
  try {
    const controller = await freePort(last?.controller);
    return { clients: await freePort(wanted ?? last?.clients), controller };
  } catch (error) {
    const { port } = error as { port?: number };
    throw new Error(
      `Kafka cannot start with ${settings}: it is running already, or its port ${port} is taken.`,
      { cause: error },
    );
  }
}

/** Output goes to the file itself rather than through a pipe: the broker must not block on a busy parent. */
async function spawnInto(log: string, args: readonly string[]): Promise<ChildProcess> {
  const file = await open(log, 'w');
  try {
    const broker = spawn('java', args, { stdio: ['ignore', file.fd, file.fd] });
    await once(broker, 'spawn');
    return broker;
  } catch (error) {
    throw programError('java', NEEDS_JAVA, error);
  } finally {
    await file.close();
  }
}

async function ready(broker: ChildProcess, log: string): Promise<void> {
  const giveUp = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const output = await readFile(log, 'utf8');
    if (output.includes(READY_LINE)) return;
    if (hasEnded(broker) || Date.now() > giveUp) {
      await end(broker, 'SIGKILL');
      const reason = output.split('\n').find((line) => line.includes('Exception: '));
      throw new Error(`Kafka did not start: ${reason ?? 'no word of it in time'} (see ${log})`);
    }
    await delay(50);
  }
}

async function end(broker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(broker)) return;
  const exit = once(broker, 'exit');
  broker.kill(signal);
  const lastResort = setTimeout(() => broker.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exit;
  clearTimeout(lastResort);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;
