export { type Database } from './database.js';
export { DatabaseError, type DatabaseErrorCode } from './database-error.js';
export { migrate } from './migrate.js';
export { openDatabase, type DatabaseOptions } from './open-database.js';
export { noticeWhenVanished } from './vanished-clients.js';
export { withTransaction } from './with-transaction.js';
