import { type Settings } from '../settings/settings.js';
import { type Tracing } from './collector.js';

/** Sends the spans of this process to the collector that the settings name; without one, nothing is traced. */
export async function startTracing(
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Settings, 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
  serviceName: string,
): Promise<Tracing> {
  if (endpoint === undefined) return { shutdown: () => Promise.resolve() };
  // Loaded only where it is used: it takes longer to load than all of this library.
  const { traceTo } = await import('./collector.js');
  return traceTo(endpoint, serviceName);
}
