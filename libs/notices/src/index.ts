export * from './notice.js';
export { listNotices, type NoticePage, type StoredNotice } from './notice-store.js';
export { noticesConsumer } from './notices-consumer.js';
export { noticesFor, recipientsOf } from './notices-for.js';
