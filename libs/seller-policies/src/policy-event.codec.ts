import { type NewEvent, type RecordedEvent } from '@app/event-store';
import { eventIdFor } from '@app/order-log';
import { type Actor } from '@app/ordering';
import { type RecordedVersion } from './policy-history.js';
import { defaultTerms, type PolicyTerms } from './policy-terms.js';

/** The only kind of event in the stream of a seller's policy. */
const eventType = 'SellerPolicySet';
const schemaVersion = 1;

export const policyStream = (sellerId: string): string => `policy-${sellerId}`;

interface StoredData {
  readonly version: number;
  /** All of them, so that a version says for ever what it said; a term that is newer than it is the default. */
  readonly terms: Partial<PolicyTerms>;
}

interface StoredMetadata {
  readonly at: string;
  readonly schemaVersion: number;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly fingerprint: string;
  readonly actor: Actor;
}

export function encode(set: RecordedVersion, correlationId: string): NewEvent {
  const data: StoredData = { version: set.version, terms: set.terms };
  const metadata: StoredMetadata = {
    at: set.at,
    schemaVersion,
    $correlationId: correlationId,
    $causationId: set.commandId,
    fingerprint: set.fingerprint,
    actor: set.by,
  };
  return {
    id: eventIdFor(set.commandId, 0),
    type: eventType,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    metadata: Buffer.from(JSON.stringify(metadata)),
  };
}

/** Reads a stored version; throws where this version of the software is older than the event. */
export function decode(recorded: RecordedEvent): RecordedVersion {
  const metadata = JSON.parse(recorded.metadata.toString()) as StoredMetadata;
  if (recorded.type !== eventType || metadata.schemaVersion > schemaVersion)
    throw new Error(`This version of the software cannot read ${recorded.stream}@${recorded.revision}.`);
  const { version, terms } = JSON.parse(recorded.data.toString()) as StoredData;
  const { at, actor, $causationId, fingerprint } = metadata;
  return {
    version,
    at,
    by: actor,
    terms: { ...defaultTerms, ...terms },
    commandId: $causationId,
    fingerprint,
  };
}
