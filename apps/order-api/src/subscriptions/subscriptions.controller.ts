import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { addWebhook, listWebhooks, removeWebhook, type Webhook } from '@app/webhooks';
import { checkQuestion } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { problem } from '../problems/problem.js';
import { NewWebhookDto, WebhookDto, webhookExample, WebhookRequestDto } from './subscription.dto.js';

/** Whose webhooks the actor reaches: a service its own, the platform all. */
const reachOf = ({ role, id }: Actor): string | undefined => (role === 'platform' ? undefined : id);

@ApiTags('Webhook subscriptions')
@Controller('webhook-subscriptions')
export class SubscriptionsController {
  constructor(private readonly engines: Engines) {}

  @Post()
  @ApiOperation({
    operationId: 'subscribe',
    summary: 'Be told of status events by HTTP',
    description:
      'From now on each status event is posted there as a CloudEvent, at least once, those of one order in order, ' +
      'signed with the secret of the answer as the Standard Webhooks specification says.',
  })
  @ApiBody({
    type: WebhookRequestDto,
    examples: { example: { summary: 'Of shipments and deliveries', value: webhookExample } },
  })
  @ApiCreatedResponse({ type: NewWebhookDto })
  @ApiProblems(400, 403, 409, 413, 415, 422)
  async add(@Body() body: WebhookRequestDto, @RequestActor() sender: Actor): Promise<NewWebhookDto> {
    checkQuestion('webhooks', sender);
    const added = await addWebhook(this.engines.database.pool, sender.id, body);
    if (added === undefined) throw problem('webhook-exists', {});
    return { ...added.webhook, secret: added.secret };
  }

  @Get()
  @ApiOperation({
    operationId: 'subscriptions',
    summary: 'The webhooks of the sender; those of all for the platform',
  })
  @ApiOkResponse({ type: [WebhookDto] })
  @ApiProblems(403)
  list(@RequestActor() reader: Actor): Promise<Webhook[]> {
    checkQuestion('webhooks', reader);
    return listWebhooks(this.engines.database.pool, reachOf(reader));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unsubscribe', summary: 'Be told no more; what waits is dropped' })
  @ApiNoContentResponse()
  @ApiProblems(403, 404)
  async remove(@Param('id') id: string, @RequestActor() sender: Actor): Promise<void> {
    checkQuestion('webhooks', sender);
    const removed = uuid.test(id) && (await removeWebhook(this.engines.database.pool, id, reachOf(sender)));
    if (!removed) throw problem('webhook-not-found', {});
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
