/** What other libraries' tests use of this one's helpers. */
export { request } from './requests.js';
