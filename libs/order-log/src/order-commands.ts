import { accepted, EventStoreUnavailable } from '@app/event-store';
import {
  type Actor,
  allowedCommands,
  confirmsOn,
  defaultPolicy,
  evolve,
  type LineChange,
  type NamedActor,
  type Order,
  type OrderEvent,
  type OrderPolicy,
  statusOf,
} from '@app/ordering';
import { inSpan } from '@app/telemetry';
import { fingerprintOf } from './command-identity.js';
import {
  type CommandAnswer,
  type CommandOutcome,
  type CommandRequest,
  type PreviewOutcome,
} from './command-request.js';
import { type Circumstances, decideCommand, partyOf, refusedForRole } from './decide-command.js';
import { type EventMetadata } from './event-metadata.js';
import { evolveEntry, type FoldedOrder } from './folded-order.js';
import { type OrderLog } from './order-log.js';
import { previewOf } from './preview-of.js';
import { noReservations, type Reservations } from './reservations.js';

/** Carries commands out: decides each on the order's newest state and appends what was decided, once. */
export class OrderCommands {
  /**
   * `policyOf` tells what a new order of a seller is placed under, `reservations` keeps what orders hold, and `namesOf`
   * tells the names that mean a carrier or a payment provider.
   */
  constructor(
    private readonly log: OrderLog,
    private readonly policyOf: (sellerId: string) => Promise<OrderPolicy> = async () => defaultPolicy,
    private readonly reservations: Reservations = noReservations,
    private readonly namesOf: (actor: Actor) => Promise<NamedActor['names']> = async () => undefined,
  ) {}

  /**
   * Decides the command on the order and appends what was decided, as every stream is changed (`Streams.change`).
   * `onConflict` is called for each append that another process was ahead of.
   * Throws `EventStoreUnavailable` when the log cannot be reached; the command may then be repeated. Throws
   * `StreamDamaged` where the order's history cannot be understood.
   */
  execute(request: CommandRequest, onConflict: () => void = () => {}): Promise<CommandOutcome> {
    const { command, commandId, correlationId, orderId } = request;
    const attributes = { 'order.id': orderId, 'command.id': commandId, 'correlation.id': correlationId };
    return inSpan(`command ${command.type}`, { attributes }, async (span) => {
      const outcome = refusedForRole(request) ?? (await this.carryOut(request, onConflict));
      const result = outcome.kind === 'accepted' ? 'accepted' : outcome.refusal.code;
      span.setAttribute('command.outcome', result);
      return outcome;
    });
  }

  /**
   * What the command would come to if it were executed now: decided on a state that was read for it, and appended
   * nowhere. Its id stays free. Throws `EventStoreUnavailable` when the log cannot be reached.
   */
  async preview(request: CommandRequest): Promise<PreviewOutcome> {
    const notForRole = refusedForRole(request);
    if (notForRole !== undefined) return notForRole;
    const outcome = await this.log.preview(request.orderId, metadataOf(request), async (folded) => {
      const decision = await this.decide(folded, request);
      if (decision.kind === 'refused') return decision;
      const after = orderAfter(folded, decision.events);
      const refusal = await this.reservations.refusalOf({ request, before: folded, after });
      return refusal === undefined ? decision : { kind: 'refused', refusal };
    });
    if (outcome.kind === 'refused') return outcome;
    const { state, events } = outcome.answer;
    return accepted(previewOf(state, events, partyOf(request).role));
  }

  private async carryOut(request: CommandRequest, onConflict: () => void): Promise<CommandOutcome> {
    const outcome = await this.log.change(request.orderId, metadataOf(request), async (folded) => {
      const decision = await this.decide(folded, request);
      if (decision.kind === 'refused' || decision.events.length === 0) return decision;
      const after = orderAfter(folded, decision.events);
      const reserved = await this.reservations.reserve({ request, before: folded, after });
      if (reserved.kind === 'refused') return reserved;
      const undo = async (newest: FoldedOrder | undefined): Promise<void> => {
        onConflict();
        await reserved.answer(newest);
      };
      return { ...decision, undo };
    });
    if (outcome.kind === 'refused') return outcome;
    const { state, revision } = outcome.answer;
    await this.issueVouchers(state!.order);
    return accepted(answerOf(await this.orderAt(state!, revision), revision, request));
  }

  private async decide(folded: FoldedOrder | undefined, request: CommandRequest) {
    return decideCommand(folded, request, await this.circumstances(folded, request));
  }

  /** Asked for anew by each decision. The past of another system did not happen under what a seller has today. */
  private async circumstances(
    folded: FoldedOrder | undefined,
    request: CommandRequest,
  ): Promise<Circumstances> {
    const { orderId, command, imported, at } = request;
    if (imported) return { policy: defaultPolicy, isHistory: true };
    if (command.type === 'create') {
      const products = command.lines.map(({ productId }) => productId);
      const [policy, stocked] = await Promise.all([
        this.policyOf(command.sellerId),
        this.reservations.stockedAmong(command.sellerId, products),
      ]);
      const priceTerms = await this.reservations.priceTermsOf(command, policy);
      return { policy, stocked, priceTerms, isHistory: false };
    }
    const code = command.type === 'report-delay' ? command.offer?.code : undefined;
    const offered =
      folded === undefined || code === undefined
        ? undefined
        : await this.reservations.offeredTo(folded.order, code, at);
    const goods =
      command.type === 'modify-lines' && folded !== undefined
        ? await this.goodsOf(folded.order, command.changes)
        : {};
    const asked = folded !== undefined && confirmsOn(folded.order, command);
    // Read on first, so that nothing is held for what the order was.
    const missing = asked ? await this.reservations.missingOf((await this.log.read(orderId)) ?? folded) : [];
    const names = await this.namesOf(partyOf(request));
    return { policy: defaultPolicy, offered, missing, names, isHistory: false, ...goods };
  }

  /** At once, so that they can be used; where that fails, what follows the log does it. */
  private async issueVouchers(order: Order): Promise<void> {
    if (order.vouchers === undefined) return;
    try {
      await this.reservations.issueVouchers(order);
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
  }

  /** What the seller says of the products of which a change adds lines or takes other variants. */
  private async goodsOf({ sellerId, lines }: Order, changes: readonly LineChange[]) {
    const products = changes.map(({ lineId, productId, variant }) => {
      const line = lines.find((known) => known.lineId === lineId);
      return line === undefined || variant !== undefined ? (productId ?? line?.productId) : undefined;
    });
    const asked = products.filter((product) => product !== undefined);
    const [offers, stocked] = await Promise.all([
      this.reservations.offersOf(sellerId, asked),
      this.reservations.stockedAmong(sellerId, asked),
    ]);
    return { offers, stocked };
  }

  /** The order as a command left it, whatever has happened to it since. */
  private async orderAt({ order, revision }: FoldedOrder, wanted: number): Promise<Order> {
    if (revision === wanted) return order;
    const entries = await this.log.history(order.orderId);
    return entries.slice(0, wanted + 1).reduce<Order | undefined>(evolveEntry, undefined)!;
  }
}

const metadataOf = (request: CommandRequest): EventMetadata => {
  const { command, commandId, correlationId, actor, onBehalfOf, imported } = request;
  const fingerprint = fingerprintOf(command, onBehalfOf);
  return { commandId, fingerprint, correlationId, actor, onBehalfOf, imported };
};

const orderAfter = (folded: FoldedOrder | undefined, events: readonly OrderEvent[]): Order =>
  events.reduce<Order | undefined>(evolve, folded?.order)!;

function answerOf(order: Order, revision: number, request: CommandRequest): CommandAnswer {
  const allowed = allowedCommands(order, partyOf(request).role);
  return { orderId: order.orderId, revision, status: statusOf(order), allowedCommands: allowed };
}
