import { randomUUID } from 'node:crypto';
import { fromJson, type NewEvent, type RecordedEvent, toJson, type Upcasters } from '@app/event-store';
import { type Actor } from '@app/ordering';
import { type PolicyVersion } from './policy-history.js';
import { defaultTerms, type PolicyTerms } from './policy-terms.js';

/** The only kind of event in the stream of a seller's policy. */
export interface SellerPolicySet {
  readonly type: 'SellerPolicySet';
  readonly data: {
    readonly version: number;
    /** All of them, so that a version says for ever what it said; a term that is newer than it is the default. */
    readonly terms: Partial<PolicyTerms>;
  };
}

/** How old versions are read; what events of each version look like stands in `events/<type>.v<n>.json`. */
export const policyUpcasters: Upcasters<SellerPolicySet['type']> = {};

/** Streams of policies begin with this; the seller follows. */
export const policyStreamPrefix = 'policy-';

export const policyStream = (sellerId: string): string => `${policyStreamPrefix}${sellerId}`;

/** The command that set a version, and in which request. */
export interface PolicyMetadata {
  readonly commandId: string;
  /** Digest of the command: the same id with other terms is a mistake, not a retry. */
  readonly fingerprint: string;
  readonly correlationId: string;
}

interface StoredMetadata {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly fingerprint: string;
  readonly actor: Actor;
}

export function encodePolicyEvent({ version, terms, at, by }: PolicyVersion, set: PolicyMetadata): NewEvent {
  const event: SellerPolicySet = { type: 'SellerPolicySet', data: { version, terms } };
  const metadata: StoredMetadata = {
    $correlationId: set.correlationId,
    $causationId: set.commandId,
    fingerprint: set.fingerprint,
    actor: by,
  };
  return toJson(randomUUID(), { ...event, at, metadata }, policyUpcasters);
}

/** Reads a stored version; throws where this version of the software is older than the event. */
export function decodePolicyEvent(recorded: RecordedEvent): {
  event: PolicyVersion;
  metadata: PolicyMetadata;
} {
  if (recorded.type !== 'SellerPolicySet') throw new Error('this version of the software does not know it');
  const { at, data, metadata } = fromJson<StoredMetadata>(recorded, policyUpcasters);
  const { version, terms } = data as SellerPolicySet['data'];
  const { actor, $causationId, $correlationId, fingerprint } = metadata;
  return {
    event: { version, at, by: actor, terms: { ...defaultTerms, ...terms } },
    metadata: { commandId: $causationId, fingerprint, correlationId: $correlationId },
  };
}
