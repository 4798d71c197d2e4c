/** A status event on the wire: CloudEvents attributes as headers (`ce_…`), the JSON data as value. */
export interface StatusRecord {
  /** The order's id: one order's records stay in one partition, in order. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** The header of a record that was published late: up to this position of the log the topic was complete before it. */
export const publishedUpToHeader = 'published_up_to';

/** How far the topic has what the event log has. */
export interface Published {
  /** Position in the event log up to which every record is there, but those of parked orders. */
  readonly position: bigint;
  /** The record that says so: the event that it was made of. */
  readonly newest: { readonly key: string; readonly sequence: number; readonly eventId: string };
}

/** What a record says of how far its topic goes where no other says more. */
export const publishedBy = ({ key, headers }: StatusRecord): Published => ({
  position: BigInt(headers[publishedUpToHeader] ?? headers.ce_logposition!),
  newest: { key, sequence: Number(headers.ce_sequence), eventId: String(headers.ce_id) },
});

/** A record as a consumer group gets it. */
export interface ConsumedRecord extends StatusRecord {
  readonly partition: number;
  readonly offset: bigint;
}

export interface ConsumeOptions {
  /** Consumers of the same group share the partitions; each group gets every record. */
  readonly group: string;
  /**
   * Gets the next records of one partition in order. Their offsets are committed once it resolves; when it
   * rejects, the same records come again after a pause. A record can come twice, never not at all.
   */
  readonly handle: (records: readonly ConsumedRecord[]) => Promise<void>;
  /** Called whenever records were handled, and now and then while there are none to be handled. */
  readonly progressed?: () => void;
  /** Ends the consumption: the batch under way is finished and committed, then `consume` resolves. */
  readonly signal: AbortSignal;
}

/** How far a group is behind. */
export interface GroupLag {
  readonly group: string;
  /**
   * At most so many of the records that groups can get are not committed by this one, over all partitions; 0 when
   * none is left. PostgreSQL counts them exactly. Kafka counts offsets, as its own tools do, and each batch takes
   * one more in every partition that it has records in.
   */
  readonly records: number;
}

/**
 * The topic `orders.status.v1`. Engines: PostgreSQL (`postgres/`) and Apache Kafka (`kafka/`); one contract
 * suite runs on both. Methods throw `StatusLogUnavailable` when the engine cannot be reached in time.
 */
export interface StatusLog {
  /**
   * Writes the records behind what is there, in this order per key, all of them or none, and resolves when they are
   * durable; groups get them in a moment. Calls are carried out one after the other. After a failure, publish again
   * from `resume`.
   */
  publish(records: readonly StatusRecord[]): Promise<void>;
  /** Takes publishing over from whoever did it before, and gives where to go on from: `publishedUpTo`. */
  resume(): Promise<Published | undefined>;
  /** How far the topic goes. Derived from the topic itself (header `ce_logposition`); undefined while it is empty. */
  publishedUpTo(): Promise<Published | undefined>;
  consume(options: ConsumeOptions): Promise<void>;
  lag(group: string): Promise<GroupLag>;
  /** Resolves where the engine answers. */
  check(): Promise<void>;
  /**
   * Where others read what a group has parked. Kafka has it; on PostgreSQL the table `parked_records`, in which the
   * groups park, is the dead-letter topic itself.
   */
  readonly deadLetters?: DeadLetterTopic;
  close(): Promise<void>;
}

/** The topics `orders.status.v1.<group>.dlq`, derived from what the groups have parked. */
export interface DeadLetterTopic {
  /** Name of the topic that the groups consume. */
  readonly source: string;
  /**
   * Writes a group's dead letters behind what is there, in this order per key, and resolves when they are durable.
   * Throws when they may not be there; then the same ones are to be written again.
   */
  append(group: string, letters: readonly StatusRecord[]): Promise<void>;
}

/** The engine could not be reached, or did not answer in time. */
export class StatusLogUnavailable extends Error {
  override readonly name = 'StatusLogUnavailable';
}
