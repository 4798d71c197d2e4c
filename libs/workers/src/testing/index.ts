/** What other libraries' tests use of this one's helpers. */
export { endHolder } from './end-holder.js';
export { until, untilAnswer } from './until.js';
export { within } from './within.js';
