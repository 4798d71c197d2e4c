import { backOff } from '@app/workers';
import { mayKafkaPass } from './kafka-failure.js';

/** With the pauses between them about 3 s, in which a leader is chosen or a coordinator loads. */
const mostRetries = 5;

/**
 * Tries again what may pass, and gives up after some failures in a row without any progress. The client's own
 * retries leave out much of that: it gives up at once, for one, when a coordinator is still loading.
 */
export async function retryPassing<Answer>(
  work: (progressed: () => void) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  let failures = 0;
  for (;;) {
    try {
      return await work(() => (failures = 0));
    } catch (error) {
      failures += 1;
      if (!mayKafkaPass(error) || failures > mostRetries) throw error;
      await backOff(failures, signal);
    }
  }
}
