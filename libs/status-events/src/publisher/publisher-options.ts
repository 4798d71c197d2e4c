import { type Pool } from 'pg';
import { type Position } from '@app/event-store';
import { type OrderLog } from '@app/order-log';
import { type StatusLog } from '../status-log.port.js';

export interface PublisherOptions {
  /** Of several publishers on one database, one works and the others wait. */
  readonly pool: Pool;
  readonly orderLog: OrderLog;
  readonly statusLog: StatusLog;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  /** Called where the publisher begins, and after each batch. */
  readonly onProgress?: (progress: PublisherProgress) => void;
  /** Called when this process no longer publishes: it ends, or begins anew after a failure. */
  readonly onStop?: () => void;
}

export interface PublisherProgress {
  /** Everything up to this position of the log is published; undefined where nothing is yet. */
  readonly position: Position | undefined;
  /** Status events that were written since the last time. */
  readonly events: number;
}
