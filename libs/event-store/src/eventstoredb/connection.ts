import { setTimeout } from 'node:timers/promises';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type ConnectionAddress, type NodePreference } from './address.js';
import { Late, NotLeader, type Purpose } from './failure.js';
import { bestOf } from './gossip.js';
import { Link } from './link.js';

/** Longest wait for a connection: short, so that what comes back is soon found. */
const CONNECT_MS = 3_000;
const REPETITIONS = 2;

/**
 * The way to the server: one link at a time, made when it is needed, to the node that `preference` means. A link that is
 * over, silent or not the leader's is left, and the next call makes another.
 */
export class Connection {
  /** How many links there have been. */
  made = 0;
  private link: Link | undefined;
  private linking: Promise<Link> | undefined;
  /** The leader that another node has named. */
  private named: string | undefined;
  private closed = false;

  constructor(
    private readonly address: ConnectionAddress,
    private readonly preference: NodePreference,
    readonly timeoutMs: number,
  ) {}

  get node(): string | undefined {
    return this.link?.node;
  }

  get leads(): boolean {
    return this.link?.leads ?? false;
  }

  /** Whether calls are for the leader alone. */
  get requiresLeader(): boolean {
    return this.preference === 'leader';
  }

  /** The link to use now. Throws when none can be made in time. */
  async current(): Promise<Link> {
    if (this.link && !this.link.over) return this.link;
    this.linking ??= this.connect().finally(() => (this.linking = undefined));
    return this.linking;
  }

  /**
   * Carries out a call on the current link, and again on another when the node turns out not to be the leader, or the link
   * breaks. So an append may be carried out twice.
   */
  async call<T>(purpose: Purpose, work: (link: Link) => Promise<T>): Promise<T> {
    for (let repetitions = 0; ; repetitions++) {
      const link = await this.current();
      try {
        return await this.callOn(link, purpose, work);
      } catch (error) {
        const elsewhere = error instanceof EventStoreUnavailable && link.over && !(error instanceof Late);
        if (!elsewhere || repetitions === REPETITIONS || this.closed) throw error;
      }
    }
  }

  /** Carries out a call on this link; its failures are the port's, and count for the link. */
  async callOn<T>(link: Link, purpose: Purpose, work: (link: Link) => Promise<T>): Promise<T> {
    try {
      const result = await work(link);
      link.answered(false);
      return result;
    } catch (error) {
      const failure = link.failure(error, purpose);
      if (failure instanceof NotLeader) {
        this.named = failure.leader;
        link.end();
      } else if (failure instanceof EventStoreUnavailable) {
        if (failure instanceof Late) link.answered(true);
        // A node of a cluster that cannot answer may have ceased to be the right one.
        else if (this.address.cluster) link.end();
      } else link.answered(false);
      throw failure;
    }
  }

  close(): void {
    this.closed = true;
    this.link?.end();
  }

  private async connect(): Promise<Link> {
    const node = await this.nextNode();
    const link = new Link(node, this.address);
    try {
      await link.open(Math.min(this.timeoutMs, CONNECT_MS), () => {
        if (this.link === link) this.link = undefined;
      });
      if (this.closed) throw new EventStoreUnavailable('The event store is closed.');
    } catch (error) {
      link.end();
      throw error;
    }
    this.link = link;
    this.made++;
    return link;
  }

  private async nextNode(): Promise<string> {
    if (this.closed) throw new EventStoreUnavailable('The event store is closed.');
    const { named } = this;
    this.named = undefined;
    if (named !== undefined) return named;
    const [only = ''] = this.address.nodes;
    return this.address.cluster ? this.discover() : only;
  }

  /** Asks all the nodes that the address names, again until one knows a node to use. */
  private async discover(): Promise<string> {
    const { nodes, maxDiscoverAttempts, discoveryIntervalMs, gossipTimeoutMs } = this.address;
    const end = Date.now() + this.timeoutMs;
    let reason: Error | undefined;
    for (let attempt = 0; attempt < maxDiscoverAttempts && !this.closed; attempt++) {
      const left = end - Date.now();
      if (left <= 0) break;
      try {
        return await Promise.any(
          nodes.map((node) => this.ask(node, Math.min(left, gossipTimeoutMs, CONNECT_MS))),
        );
      } catch (error) {
        const { errors } = error as { readonly errors: readonly Error[] };
        // A later round may have had too little time.
        reason = mostSpecific(reason ? [reason, ...errors] : errors);
      }
      await setTimeout(discoveryIntervalMs);
    }
    throw reason ?? new EventStoreUnavailable('EventStoreDB: no time was left to look for a node.');
  }

  private async ask(node: string, timeoutMs: number): Promise<string> {
    const link = new Link(node, this.address);
    try {
      const best = bestOf(await link.members(timeoutMs), this.preference);
      if (best !== undefined) return best;
      throw new EventStoreUnavailable(`EventStoreDB at ${node} knows no leader of its cluster.`);
    } finally {
      link.end();
    }
  }
}

/** A refused login, or what a node said that answers, tells more than that another is away. */
const mostSpecific = (reasons: readonly Error[]): Error | undefined =>
  reasons.find((reason) => !(reason instanceof EventStoreUnavailable)) ??
  reasons.find(({ message }) => message.includes('knows no leader')) ??
  reasons[0];
