import { randomUUID } from 'node:crypto';
import { SpanKind } from '@opentelemetry/api';
import { appendHistory } from '@app/event-store';
import {
  allowedCommands,
  confirmsOn,
  defaultPolicy,
  evolve,
  type Order,
  type OrderEvent,
  type OrderPolicy,
  statusOf,
} from '@app/ordering';
import { inSpan, traceparent } from '@app/telemetry';
import { fingerprintOf } from './command-identity.js';
import {
  type CommandAnswer,
  type CommandOutcome,
  type CommandRequest,
  type PreviewOutcome,
} from './command-request.js';
import { type EventMetadata } from './event-metadata.js';
import { type FoldedOrder, foldEntries } from './folded-order.js';
import { type Circumstances, judge, partyOf, refused, type RefusedCommand, refusedForRole } from './judge.js';
import { type OrderEntry, orderStream } from './order-entry.js';
import { encode } from './order-event.codec.js';
import { type OrderLog } from './order-log.js';
import { previewOf } from './preview-of.js';
import { noStock, type StockKeeper } from './stock-keeper.js';

/** How often a command is decided again because others wrote to the order in between. */
const maxAttempts = 20;

/** Carries commands out: decides each on the order's newest state and appends what was decided, once. */
export class OrderCommands {
  /** `policyOf` tells what a new order of a seller is placed under, `stock` what there is to be sold. */
  constructor(
    private readonly log: OrderLog,
    private readonly policyOf: (sellerId: string) => Promise<OrderPolicy> = async () => defaultPolicy,
    private readonly stock: StockKeeper = noStock,
  ) {}

  /**
   * Decides first on what this process has seen of the order: the append names that revision, so it fails when
   * there is anything newer. A refusal is given only on a state that was read for this command, and so is the
   * answer to a command that came before or says only what is known already, of which nothing is recorded.
   * `onConflict` is told of each append that somebody else was ahead of.
   * Throws `EventStoreUnavailable` when the log cannot be reached; the command may then be repeated. Throws
   * `StreamDamaged` where the order's history cannot be understood.
   */
  execute(request: CommandRequest, onConflict: () => void = () => {}): Promise<CommandOutcome> {
    const { command, commandId, correlationId, orderId } = request;
    const attributes = { 'order.id': orderId, 'command.id': commandId, 'correlation.id': correlationId };
    return inSpan(`command ${command.type}`, { attributes }, async (span) => {
      const outcome = refusedForRole(request) ?? (await this.carryOut(request, onConflict));
      const told = outcome.kind === 'accepted' ? 'accepted' : outcome.refusal.code;
      span.setAttribute('command.outcome', told);
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
    const folded = await this.log.read(request.orderId);
    const { role } = partyOf(request);
    const first = folded?.commands.get(request.commandId);
    if (first !== undefined)
      return first.fingerprint === fingerprintOf(request.command, request.onBehalfOf)
        ? { kind: 'accepted', answer: previewOf(folded, [], role) }
        : keyReused;
    const verdict = judge(folded, request, await this.circumstances(folded, request));
    if (verdict.kind === 'refused') return verdict;
    const after = orderAfter(folded, verdict.events);
    const shortage = await this.stock.shortageOf(request.command, folded, after);
    return shortage === undefined
      ? { kind: 'accepted', answer: previewOf(folded, verdict.events, role) }
      : { kind: 'refused', refusal: shortage };
  }

  private async carryOut(request: CommandRequest, onConflict: () => void): Promise<CommandOutcome> {
    const fingerprint = fingerprintOf(request.command, request.onBehalfOf);
    let folded = this.log.lastSeen(request.orderId);
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const first = folded?.commands.get(request.commandId);
      if (folded !== undefined && first !== undefined) {
        if (attempt > 0)
          return first.fingerprint === fingerprint
            ? accepted(await this.answerAt(folded, first.revision, request))
            : keyReused;
        folded = await this.log.read(request.orderId);
        continue;
      }

      const verdict = judge(folded, request, await this.circumstances(folded, request));
      if (verdict.kind === 'accepted' && verdict.events.length > 0) {
        const written = await this.write(folded, verdict.events, fingerprint, request);
        if (written.kind === 'written')
          return accepted(answerOf(written.folded.order, written.folded.revision, request));
        if (written.kind === 'conflict') {
          onConflict();
          folded = written.newest;
          continue;
        }
        if (attempt > 0) return written;
      } else if (attempt > 0) {
        return verdict.kind === 'refused'
          ? verdict
          : accepted(answerOf(folded!.order, folded!.revision, request));
      }
      folded = await this.log.read(request.orderId);
    }
    return refused('too-much-contention', 'Many others change this order right now; try again.');
  }

  /** Asked for anew by each decision. The past of another system did not happen under what a seller has today. */
  private async circumstances(
    folded: FoldedOrder | undefined,
    { orderId, command, imported }: CommandRequest,
  ): Promise<Circumstances> {
    if (imported) return { policy: defaultPolicy, isHistory: true };
    if (command.type === 'create') {
      const products = command.lines.map(({ productId }) => productId);
      const [policy, stocked] = await Promise.all([
        this.policyOf(command.sellerId),
        this.stock.stockedAmong(command.sellerId, products),
      ]);
      return { policy, stocked, isHistory: false };
    }
    const asked = folded !== undefined && confirmsOn(folded.order, command);
    // Read on first, so that nothing is held for what the order was.
    const missing = asked ? await this.stock.missingOf((await this.log.read(orderId)) ?? folded) : [];
    return { policy: defaultPolicy, missing, isHistory: false };
  }

  /** Holds what the order takes of the stock and appends the events, or does neither. */
  private async write(
    folded: FoldedOrder | undefined,
    events: readonly OrderEvent[],
    fingerprint: string,
    request: CommandRequest,
  ): Promise<Written> {
    const after = orderAfter(folded, events);
    const refusal = await this.stock.reserve(request.command, folded, after, request);
    if (refusal !== undefined) return { kind: 'refused', refusal };
    const appended = await this.append(folded, events, fingerprint, request);
    if (appended !== undefined) return { kind: 'written', folded: appended };
    const newest = await this.readAnew(request.orderId, folded?.revision);
    await this.stock.settle(after, newest);
    return { kind: 'conflict', newest };
  }

  /** The order after a conflict. Where the log has nothing newer, what this process knows is not what stands there. */
  private async readAnew(orderId: string, known: number | undefined): Promise<FoldedOrder | undefined> {
    const newest = await this.log.read(orderId);
    if (newest?.revision !== known) return newest;
    this.log.forget(orderId);
    return this.log.read(orderId);
  }

  /** The order with the new events in it, or undefined when somebody else wrote first. */
  private async append(
    folded: FoldedOrder | undefined,
    events: readonly OrderEvent[],
    fingerprint: string,
    request: CommandRequest,
  ): Promise<FoldedOrder | undefined> {
    const { orderId, commandId, correlationId, actor, onBehalfOf, imported } = request;
    const caused = { commandId, fingerprint, correlationId, actor, onBehalfOf, imported };
    // New each time: by ids made of the command's, the log would take what another process wrote for these.
    const ids = events.map(() => randomUUID());
    const { result, metadata } = await inSpan('append', { kind: SpanKind.CLIENT }, async (span) => {
      const metadata: EventMetadata = { ...caused, traceparent: traceparent() };
      const result = await appendHistory(
        this.log.store,
        orderStream(orderId),
        folded?.revision,
        events.map((event, index) => encode(ids[index]!, event, metadata)),
      );
      span.setAttributes({ 'append.events': events.length, 'append.result': result.kind });
      return { result, metadata };
    });
    if (result.kind === 'conflict') return undefined;

    const firstRevision = result.revision - events.length + 1;
    const entries = events.map((event, index): OrderEntry => {
      const revision = firstRevision + index;
      return { id: ids[index]!, orderId, revision, position: result.position, event, metadata };
    });
    const after = foldEntries(folded, entries)!;
    this.log.keep(after);
    return after;
  }

  /** What the command was answered when it was carried out, whatever has happened to the order since. */
  private async answerAt(
    folded: FoldedOrder,
    revision: number,
    request: CommandRequest,
  ): Promise<CommandAnswer> {
    if (folded.revision === revision) return answerOf(folded.order, revision, request);
    const entries = await this.log.history(request.orderId);
    const then = foldEntries(undefined, entries.slice(0, revision + 1))!;
    return answerOf(then.order, revision, request);
  }
}

type Written =
  | { readonly kind: 'written'; readonly folded: FoldedOrder }
  | { readonly kind: 'conflict'; readonly newest: FoldedOrder | undefined }
  | RefusedCommand;

const orderAfter = (folded: FoldedOrder | undefined, events: readonly OrderEvent[]): Order =>
  events.reduce<Order | undefined>(evolve, folded?.order)!;

function answerOf(order: Order, revision: number, request: CommandRequest): CommandAnswer {
  const allowed = allowedCommands(order, partyOf(request).role);
  return { orderId: order.orderId, revision, status: statusOf(order), allowedCommands: allowed };
}

const accepted = (answer: CommandAnswer): CommandOutcome => ({ kind: 'accepted', answer });

const keyReused = refused('idempotency-key-reused', 'This key was used for another command; take a new one.');
