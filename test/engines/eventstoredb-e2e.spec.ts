import { afterAll } from '@jest/globals';
import { testedEventStore } from './tested-event-store.js';

/** The suites of whole systems, which run on what the environment names; the first one begins with an empty log. */
const server = await testedEventStore();
await import('../e2e/life-of-an-order.spec.js');
await import('../e2e/deadlines.spec.js');
await import('../e2e/import-olist.spec.js');
await import('../e2e/readme.spec.js');
await import('../e2e/tracing.spec.js');
await import('../e2e/verify-stock.spec.js');
afterAll(() => server.remove());
