/** What other libraries' tests use of this one's helpers. */
export { bulkLoad } from './bulk-load.js';
export { explainingPool, type ExplainingPool, readOf, wasteOf } from './explained.js';
export { testDatabase, type TestDatabase } from './test-database.js';
