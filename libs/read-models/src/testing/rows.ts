export { orderTables } from '../tables/tables.js';
export { version } from '../versions/version.js';
