import { awaitEngines, type EngineLog } from '@app/engines';
import { listen, type Settings, startTracing } from '@app/platform';
import { createApi } from '../../order-api/src/create-api.js';
import { OrdersModule } from './orders.module.js';

export interface RunningOrders {
  /** Where the API listens. */
  readonly url: string;
  /** Answers what is under way, finishes the workers' batches, and lets go of the engines. */
  close(): Promise<void>;
}

/**
 * Starts the whole system in this process.
 * Throws errors with a sentence for the operator where the settings cannot be carried out.
 */
export async function startOrders(settings: Settings, log: EngineLog): Promise<RunningOrders> {
  const engines = await awaitEngines(settings, log);
  try {
    await engines.claimDataFolder();
  } catch (error) {
    await engines.close();
    throw error;
  }
  const tracing = await startTracing(settings, 'orders');
  const app = await createApi(OrdersModule.on(engines, tracing), settings);
  const url = await listen(app, settings);
  return { url, close: () => app.close() };
}
