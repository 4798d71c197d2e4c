import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandIdFor, type CommandOutcome } from '@app/order-log';
import { type Actor } from '@app/ordering';
import { invalid, ProblemError, ValidationPipe } from '@app/platform';
import { IssueOrderCommand } from '../commands/issue-order-command.js';
import { problem, refusalProblem } from '../problems/problem.js';
import { IncomingWebhookMetrics } from './webhook.metrics.js';
import { type WebhookAnswerDto } from './webhook-answer.dto.js';
import { type EventRule, type TakenEvents, type WebhookEventDto } from './webhook-event.dto.js';

/** Refusals which say that what the event says is recorded already, whoever reported it. */
const alreadyKnown: readonly string[] = ['payment-already-recorded', 'package-already-delivered'];

/**
 * Turns a sender's event into a command. The command's id is made of sender and event, so that the order's own
 * stream says whether it was carried out: an event that comes again is answered alike and does nothing.
 */
@Injectable()
export class EventReceiver {
  private readonly bodies = new ValidationPipe('left-out');

  constructor(
    private readonly commands: CommandBus,
    private readonly metrics: IncomingWebhookMetrics,
  ) {}

  /**
   * Throws a `ProblemError` for what cannot be taken, so that it is sent again: 409 where the order is not there yet, 422
   * where it may be about money and nobody here knows the type.
   */
  async receive(
    body: unknown,
    sender: Actor,
    { rules, isHarmless }: TakenEvents,
    correlationId: string,
  ): Promise<WebhookAnswerDto> {
    const type = typeOf(body);
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule === undefined) {
      const harmless = isHarmless(type);
      this.metrics.count(sender.id, 'unknown', harmless ? 'ignored' : 'unknown-event-type');
      if (harmless) return { outcome: 'ignored' };
      throw problem('unknown-event-type', {}, unknownType);
    }
    const count = (outcome: string): void => this.metrics.count(sender.id, type, outcome);
    const event = this.bodies.transform(body, { type: 'body', metatype: rule.body }) as WebhookEventDto;
    const outcome = await this.issue(event, sender, rule, correlationId);
    const result = outcome.kind === 'accepted' ? 'carried-out' : outcome.refusal.code;
    if (alreadyKnown.includes(result)) {
      count('already-known');
      return { outcome: 'already-known' };
    }
    count(result);
    if (outcome.kind === 'accepted') return { outcome: 'carried-out' };
    throw result === 'order-not-found' ? notVisibleYet() : refusalProblem(outcome.refusal);
  }

  private issue(
    event: WebhookEventDto,
    actor: Actor,
    { command }: EventRule,
    correlationId: string,
  ): Promise<CommandOutcome> {
    const { id, orderId } = event;
    return this.commands.execute(
      new IssueOrderCommand({
        orderId,
        command: command(event),
        commandId: commandIdFor(actor, orderId, `webhook ${id}`),
        correlationId,
        actor,
        at: new Date().toISOString(),
      }),
    );
  }
}

function typeOf(body: unknown): string {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  if (typeof type === 'string') return type;
  throw invalid('body', [{ pointer: '/type', code: 'required', sentence: { key: 'field.required' } }]);
}

const unknownType = {
  errors: [{ pointer: '/type', code: 'unknown-event-type', sentence: { key: 'problem.unknown-event-type' } }],
} as const;

/** A provider may be faster than the order that it reports on. */
const notVisibleYet = (): ProblemError =>
  problem('order-not-visible-yet', {}, { headers: { 'retry-after': '5' } });
