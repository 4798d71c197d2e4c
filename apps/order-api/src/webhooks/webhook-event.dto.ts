import { type Type } from '@nestjs/common';
import { type ExistingOrderCommand } from '@app/ordering';
import { Id, Reference, Text } from '../fields/text-fields.js';

/** What every event says, whatever it is about. */
export class WebhookEventDto {
  @Reference({
    description: "The sender's name of the event: however often it is sent, it is carried out once.",
  })
  id: string;

  @Text(64)
  type: string;

  @Id()
  orderId: string;
}

/** An event that is understood: the form of its body, and the command that it becomes. */
export interface EventRule {
  readonly body: Type<WebhookEventDto>;
  readonly example: WebhookEventDto;
  readonly command: (event: WebhookEventDto) => ExistingOrderCommand;
}

/** What a kind of sender may report. */
export interface TakenEvents {
  readonly rules: Readonly<Record<string, EventRule>>;
  /** Whether an event of a type without a rule may go unrecorded; anything else is answered so that it is seen. */
  readonly isHarmless: (type: string) => boolean;
}

export const rule = <Body extends WebhookEventDto>(
  body: Type<Body>,
  example: Body,
  command: (event: Body) => ExistingOrderCommand,
): EventRule => ({ body, example, command: command as EventRule['command'] });
