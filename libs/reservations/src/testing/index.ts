/** What other libraries' tests use of this one's helpers. */
export { processOn } from './shop.js';
