/** What other libraries' tests use of this one's helpers. */
export { appendTo, entriesOf } from './entries.js';
export { listQueries, type QueryCase } from './list-queries.js';
export { fillMarketplace, type Marketplace, marketplaceOf, stories } from './marketplace.js';
export { differences, project } from './projected.js';
export { orderTables, version } from './rows.js';
