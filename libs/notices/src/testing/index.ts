/** What other libraries' tests use of this one's helpers. */
export { fresh } from './fresh.js';
export { mailServer } from './mail-server.js';
