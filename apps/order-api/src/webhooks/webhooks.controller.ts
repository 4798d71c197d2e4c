import { Controller, HttpStatus, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { OpenRoute } from '@app/platform';
import { carrierEvents } from './carrier-events.js';
import { EventReceiver } from './event-receiver.js';
import { paymentEvents } from './payment-events.js';
import { WebhookGuard } from './webhook.guard.js';
import { type WebhookAnswerDto } from './webhook-answer.dto.js';
import { type TakenEvents } from './webhook-event.dto.js';
import { type WebhookKind, webhookKinds } from './webhook-kind.js';
import { WebhookRoute } from './webhook-route.js';

/** Where payment providers and carriers report; no token opens these routes, a signature does. */
@OpenRoute()
@UseGuards(WebhookGuard)
@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly events: EventReceiver) {}

  @WebhookRoute('payments', 'What a payment provider reports', paymentEvents)
  payments(
    @Param('sender') sender: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookAnswerDto> {
    return this.receive('payments', paymentEvents, sender, request, reply);
  }

  @WebhookRoute('carriers', 'What a carrier reports', carrierEvents)
  carriers(
    @Param('sender') sender: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookAnswerDto> {
    return this.receive('carriers', carrierEvents, sender, request, reply);
  }

  private async receive(
    kind: WebhookKind,
    taken: TakenEvents,
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<WebhookAnswerDto> {
    const sender = { role: webhookKinds[kind].role, id };
    const answer = await this.events.receive(request.body, sender, taken, request.id);
    if (answer.outcome === 'ignored') reply.code(HttpStatus.ACCEPTED);
    return answer;
  }
}
