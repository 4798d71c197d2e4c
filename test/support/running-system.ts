import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase } from '@app/database/testing';
import { loadSettings, type Settings } from '@app/platform';
import { type RunningOrders, startOrders } from '../../apps/orders/src/start-orders.js';
import { ownEngines } from './own-engines.js';
import { secret, System } from './system.js';

/** The whole system in this process, on engines of its own; `env` sets further variables. */
export async function runningSystem(env: NodeJS.ProcessEnv = {}): Promise<RunningSystem> {
  const { database, environment } = await ownEngines();
  const folder = await mkdtemp(join(tmpdir(), 'orders-test-'));
  const settings = loadSettings({
    DATA_DIR: folder,
    PORT: '0',
    AUTH_SECRET: secret,
    LOG_LEVEL: 'error',
    ...environment,
    ...env,
  });
  return new RunningSystem(database, environment, folder, settings, await start(settings));
}

const start = (settings: Settings): Promise<RunningOrders> => startOrders(settings, () => {});

export class RunningSystem extends System {
  constructor(
    readonly database: TestDatabase,
    /** Names its engines, for whoever works beside it. */
    readonly environment: NodeJS.ProcessEnv,
    private readonly folder: string,
    private readonly settings: Settings,
    private running: RunningOrders,
  ) {
    super();
  }

  protected get url(): string {
    return this.running.url;
  }

  /** What `/metrics` shows. */
  async metrics(): Promise<string> {
    return (await fetch(`${this.url}/metrics`)).text();
  }

  /** The status of `/readyz`. */
  async readiness(): Promise<number> {
    return (await fetch(`${this.url}/readyz`)).status;
  }

  async restart(): Promise<void> {
    await this.running.close();
    this.running = await start(this.settings);
  }

  async stop(): Promise<void> {
    await this.running.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
