import { type Actor } from '@app/ordering';

/** Who and what caused an event; kept beside it in the log for as long as the order lives. */
export interface EventMetadata {
  /** The command that made the event. */
  readonly commandId: string;
  /** Digest of the command: the same id with another body is a mistake, not a retry. */
  readonly fingerprint: string;
  /** Joins everything that one request from outside set off. */
  readonly correlationId: string;
  /** Who sent the command. */
  readonly actor: Actor;
  /** For whom, where a service acted for somebody else. */
  readonly onBehalfOf?: Actor;
  /** Recorded history from another system: no notice goes out and no timer fires for it. */
  readonly imported?: true;
  /** The span in which it was appended (W3C trace context), where the request was traced. */
  readonly traceparent?: string;
}
