export { asTheOnlyOne } from './as-the-only-one.js';
export { type BackOff, backOff, pauseAfter, waitFor } from './back-off.js';
export { type Outbox, sendWaiting } from './outbox.js';
export { Pulse } from './pulse.js';
export { type Listener, runForever } from './run-forever.js';
export { together } from './together.js';
export { type Turn, type Work } from './work.js';
