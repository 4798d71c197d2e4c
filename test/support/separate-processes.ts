import { AppProcess } from './app-process.js';
import { secret, System } from './system.js';

/** What each of the deployables is told, and what else runs beside them. */
export interface Surroundings {
  /** `DATABASE_URL`, and where they are not PostgreSQL, `EVENT_STORE` and `KAFKA_BROKERS`. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends the engines and forgets their data. */
  close(): Promise<void>;
}

export const deployables = [
  'order-api',
  'projector',
  'status-publisher',
  'notification-worker',
  'tracking-worker',
  'deadline-worker',
  'reservation-worker',
] as const;
export type Deployable = (typeof deployables)[number];

/** The whole system with every deployable as a process of its own. */
export class SeparateProcesses extends System {
  private readonly processes: ReadonlyMap<Deployable, AppProcess>;

  private constructor(private readonly surroundings: Surroundings) {
    super();
    const env = { PORT: '0', AUTH_SECRET: secret, LOG_LEVEL: 'info', ...surroundings.environment };
    this.processes = new Map(deployables.map((app) => [app, new AppProcess(app, env)]));
  }

  static async start(surroundings: Surroundings): Promise<SeparateProcesses> {
    const system = new SeparateProcesses(surroundings);
    try {
      await system.startAll();
      return system;
    } catch (error) {
      await system.stop();
      throw error;
    }
  }

  process(app: Deployable): AppProcess {
    return this.processes.get(app)!;
  }

  protected get url(): string {
    return this.process('order-api').url;
  }

  async restart(): Promise<void> {
    await this.stopAll();
    await this.startAll();
  }

  async stop(): Promise<void> {
    await this.stopAll();
    await this.surroundings.close();
  }

  private async startAll(): Promise<void> {
    await Promise.all([...this.processes.values()].map((app) => app.start()));
  }

  private async stopAll(): Promise<void> {
    await Promise.all([...this.processes.values()].map((app) => app.stop()));
  }
}
