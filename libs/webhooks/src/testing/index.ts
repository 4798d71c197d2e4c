/** What other libraries' tests use of this one's helpers. */
export { receiver } from './receiver.js';
