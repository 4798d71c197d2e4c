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
import { refuseSending, type sendingRefusals } from '@app/order-log';
import { type Actor, type Refusal } from '@app/ordering';
import { type Causation } from '@app/reservations';
import { decode, encode } from './codec.js';
import {
  type Partner,
  partnerKey,
  type PartnerNamed,
  type PartnerNames,
  partnerRoles,
  partnerStreamPrefix,
  unnamed,
} from './partner.js';

/** How many partners' names are kept at hand. */
const keptPartners = 1_000;

type PartnerRefusal = Refusal<keyof typeof sendingRefusals>;

export interface SetNamesRequest {
  readonly names: readonly string[];
  /** The version that the sender saw; the request is refused when there is another. */
  readonly expectedVersion?: number;
  /** When it happens (ISO 8601, UTC). */
  readonly at: string;
  readonly causation: Causation;
}

/**
 * The names that mean each carrier and each payment provider, a stream for each. Several may share a name: what bears it
 * belongs to each of them.
 */
export class Partners extends Streams<PartnerNames, PartnerNamed, Causation, PartnerRefusal> {
  constructor(store: EventStore) {
    super(store, {
      prefix: partnerStreamPrefix,
      encode,
      decode: (recorded) => ({ event: decode(recorded), metadata: {} }),
      evolve: (_, { data: { names } }, revision) => ({ version: revision + 1, names }),
      kept: keptPartners,
      contended: refuseSending('too-much-contention'),
    });
  }

  async find(partner: Partner): Promise<PartnerNames> {
    return (await this.read(partnerKey(partner))) ?? unnamed(partner);
  }

  /** The names that mean this actor; undefined for whoever orders know by id alone. */
  async namesOf({ role, id }: Actor): Promise<readonly string[] | undefined> {
    const partner = partnerRoles.find((known) => known === role);
    return partner && (await this.find({ role: partner, id })).names;
  }

  /** Lets these names mean the partner from now on. Those that do already make no version. */
  async setNames(
    partner: Partner,
    { names, expectedVersion, at, causation }: SetNamesRequest,
  ): Promise<Outcome<PartnerNames, PartnerRefusal>> {
    const outcome = await this.change(partnerKey(partner), causation, (current = unnamed(partner)) => {
      if (expectedVersion !== undefined && expectedVersion !== current.version)
        return refused(refuseSending('revision-mismatch'));
      return isDeepStrictEqual(names, current.names)
        ? nothingToRecord
        : record({ type: 'PartnerNamed', at, data: { names } } as const);
    });
    return outcome.kind === 'refused' ? outcome : accepted(outcome.answer.state ?? unnamed(partner));
  }
}
