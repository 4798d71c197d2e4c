import { LRUCache } from 'lru-cache';
import { appendHistory, type EventStore, readHistory, refuseRetention } from '@app/event-store';
import { fingerprintOf } from '@app/order-log';
import { type Actor, defaultPolicy, type OrderPolicy } from '@app/ordering';
import { decidePolicy } from './decide-policy.js';
import { decode, encode, policyStream } from './policy-event.codec.js';
import { type PolicyVersion, type RecordedVersion, termsOf } from './policy-history.js';
import { type PolicyRefusal, refuse } from './policy-refusal.js';
import { type PolicyTerms } from './policy-terms.js';

/** How often a change is decided again because others changed the policy in between. */
const maxAttempts = 20;

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

export type PolicyOutcome =
  | { readonly kind: 'set'; readonly version: PolicyVersion }
  | { readonly kind: 'refused'; readonly refusal: PolicyRefusal };

/** The sellers' policies: each a stream of its own, whose every event is a version. */
export class SellerPolicies {
  private readonly kept = new LRUCache<string, readonly RecordedVersion[]>({ max: keptPolicies });
  private readonly unkept = new LRUCache<string, true>({ max: keptPolicies });

  constructor(private readonly store: EventStore) {}

  /** All versions, the oldest first, as the stream has them now; only what is not at hand is read. */
  async versions(sellerId: string): Promise<readonly RecordedVersion[]> {
    const seen = this.kept.get(sellerId);
    const [added] = await Promise.all([
      this.versionsFrom(sellerId, seen?.length ?? 0),
      seen === undefined ? refuseRetention(this.store, policyStream(sellerId)) : undefined,
    ]);
    const versions = seen === undefined ? added : [...seen, ...added];
    if (!this.unkept.has(sellerId)) this.kept.set(sellerId, versions);
    return versions;
  }

  /** Something other than appends has happened to the stream: from now on it is read anew each time. */
  forget(sellerId: string): void {
    this.unkept.set(sellerId, true);
    this.kept.delete(sellerId);
  }

  /** Reads every policy anew when it is next asked for. */
  forgetAll(): void {
    this.kept.clear();
  }

  /** What a new order of the seller is placed under. */
  async inForce(sellerId: string): Promise<OrderPolicy> {
    const last = (await this.versions(sellerId)).at(-1);
    return last === undefined ? defaultPolicy : { ...last.terms, version: `${sellerId}/${last.version}` };
  }

  /**
   * Sets the seller's policy for all orders that are placed from now on, once however often it is sent.
   * Throws `EventStoreUnavailable` when the log cannot be reached; the request may then be repeated.
   */
  async set(request: SetPolicyRequest): Promise<PolicyOutcome> {
    const { sellerId, terms: wanted, commandId, actor, at, expectedVersion } = request;
    const fingerprint = fingerprintOf(wanted);
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const versions = await this.versions(sellerId);
      const first = versions.find((version) => version.commandId === commandId);
      if (first !== undefined)
        return first.fingerprint === fingerprint
          ? { kind: 'set', version: first }
          : refused(refuse('idempotency-key-reused', 'This key was used for other terms; take a new one.'));

      const terms = decidePolicy(termsOf(versions), wanted, { sellerId, actor });
      if ('code' in terms) return refused(terms);
      if (expectedVersion !== undefined && expectedVersion !== versions.length)
        return refused(
          refuse('revision-mismatch', `The policy is at version ${versions.length}; look at it again.`),
        );
      const version = { version: versions.length + 1, at, by: actor, terms, commandId, fingerprint };
      const known = versions.length === 0 ? undefined : versions.length - 1;
      const result = await appendHistory(this.store, policyStream(sellerId), known, [
        encode(version, request.correlationId),
      ]);
      if (result.kind === 'appended') return { kind: 'set', version };
    }
    return refused(refuse('too-much-contention', 'Many others change this policy right now; try again.'));
  }

  private async versionsFrom(sellerId: string, from: number): Promise<RecordedVersion[]> {
    const versions: RecordedVersion[] = [];
    for await (const version of readHistory(this.store, policyStream(sellerId), from, decode))
      versions.push(version);
    return versions;
  }
}

const refused = (refusal: PolicyRefusal): PolicyOutcome => ({ kind: 'refused', refusal });
