export { type Database } from './database.js';
export { DatabaseError, type DatabaseErrorCode } from './database-error.js';
export { migrate } from './migrate.js';
export { openDatabase, type DatabaseOptions } from './open-database.js';
export { Session } from './session.js';
export { isUnanswered, withTransaction } from './with-transaction.js';
