/** What other libraries' tests use of this one's helpers. */
export { endHolder } from './end-holder.js';
export { until } from './until.js';
