import { isDeepStrictEqual } from 'node:util';
import {
  accepted,
  type EventStore,
  nothingToRecord,
  type Outcome,
  record,
  refused,
  Streams,
} from '@app/event-store';
import { fingerprintOf } from '@app/order-log';
import { type Actor, defaultPolicy, type OrderPolicy } from '@app/ordering';
import { decidePolicy } from './decide-policy.js';
import {
  decodePolicyEvent,
  encodePolicyEvent,
  type PolicyMetadata,
  policyStreamPrefix,
} from './policy-event.codec.js';
import { type PolicyVersion, termsOf } from './policy-history.js';
import { type PolicyRefusal, refuse } from './policy-refusal.js';
import { type PolicyTerms } from './policy-terms.js';

/** How many sellers' policies are kept at hand. */
const keptPolicies = 10_000;

/** A seller's new policy on its way. */
export interface SetPolicyRequest {
  readonly sellerId: string;
  /** What is not named becomes the default. */
  readonly terms: Partial<PolicyTerms>;
  /** UUID; the same id again is a retry, and gets the first one's answer. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  /** When it happens (ISO 8601, UTC). */
  readonly at: string;
  /** The version that the sender saw, 0 for none; the request is refused when there is another. */
  readonly expectedVersion?: number;
}

/** The policy in force after a request. */
export type PolicyOutcome = Outcome<Pick<PolicyVersion, 'version' | 'terms'>, PolicyRefusal>;

/** The sellers' policies: each a stream of its own, whose every event is a version. */
export class SellerPolicies extends Streams<
  readonly PolicyVersion[],
  PolicyVersion,
  PolicyMetadata,
  PolicyRefusal
> {
  constructor(store: EventStore) {
    super(store, {
      prefix: policyStreamPrefix,
      encode: encodePolicyEvent,
      decode: decodePolicyEvent,
      evolve: (versions = [], version) => [...versions, version],
      kept: keptPolicies,
      contended: refuse('too-much-contention'),
      commands: {
        of: ({ commandId, fingerprint }) => ({ id: commandId, fingerprint }),
        reused: refuse('idempotency-key-reused'),
      },
    });
  }

  /** All versions, the oldest first, as the stream has them now. */
  async versions(sellerId: string): Promise<readonly PolicyVersion[]> {
    return (await this.read(sellerId)) ?? [];
  }

  /** What a new order of the seller is placed under. */
  async inForce(sellerId: string): Promise<OrderPolicy> {
    const last = (await this.versions(sellerId)).at(-1);
    return last === undefined ? defaultPolicy : { ...last.terms, version: `${sellerId}/${last.version}` };
  }

  /**
   * Sets the seller's policy for all orders that are placed from now on, once however often it is sent; the terms that
   * are in force already make no version.
   * Throws `EventStoreUnavailable` when the log cannot be reached; the request may then be repeated.
   */
  async set(request: SetPolicyRequest): Promise<PolicyOutcome> {
    const { sellerId, terms: wanted, commandId, correlationId, actor, at, expectedVersion } = request;
    const metadata = { commandId, correlationId, fingerprint: fingerprintOf(wanted) };
    const outcome = await this.change(sellerId, metadata, (versions = []) => {
      const terms = decidePolicy(termsOf(versions), wanted, { sellerId, actor });
      if ('code' in terms) return refused(terms);
      if (expectedVersion !== undefined && expectedVersion !== versions.length)
        return refused(refuse('revision-mismatch'));
      if (isDeepStrictEqual(terms, termsOf(versions))) return nothingToRecord;
      return record({ version: versions.length + 1, at, by: actor, terms });
    });
    if (outcome.kind === 'refused') return outcome;
    const { state = [], revision } = outcome.answer;
    return accepted({ version: revision + 1, terms: termsOf(state.slice(0, revision + 1)) });
  }
}
