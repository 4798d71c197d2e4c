/**
 * What every record says of the batch that it was written with, so that the topic itself tells where to resume.
 * Part of this engine, not of the contract: consumers do not get it.
 */
export interface BatchMark {
  /** Every record up to this log position was in the topic before the batch began; undefined for the first batch. */
  readonly after: bigint | undefined;
  /** Log position of the batch's last record. */
  readonly upTo: bigint;
  /** Number of partitions that the batch has records in. */
  readonly partitions: number;
}

export const markHeader = 'batch';

export const encodeMark = ({ after, upTo, partitions }: BatchMark): string =>
  `${after ?? ''}/${upTo}/${partitions}`;

/** Undefined for what `encodeMark` did not write. */
export function decodeMark(text: string): BatchMark | undefined {
  const [, after, upTo, partitions] = /^(\d*)\/(\d+)\/(\d+)$/.exec(text) ?? [];
  if (upTo === undefined) return undefined;
  return { after: after ? BigInt(after) : undefined, upTo: BigInt(upTo), partitions: Number(partitions) };
}

/**
 * The log position up to which every record is in the topic, from the marks of the last record of each partition.
 *
 * A partition takes its share of a batch as a whole or not at all. So a batch is complete when it has the last
 * record of as many partitions as it was meant for, and then nothing up to its end is missing. Of any other batch
 * it is certain only that it began, and what was true then. Both stay true whatever was written since, so the
 * highest of these positions holds.
 */
export function resumePosition(marks: readonly string[]): bigint | undefined {
  const positions = [...new Set(marks)].map((text) => {
    const mark = decodeMark(text);
    const complete = marks.filter((other) => other === text).length === mark?.partitions;
    return complete ? mark.upTo : mark?.after;
  });
  return positions.reduce(later, undefined);
}

const later = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;
