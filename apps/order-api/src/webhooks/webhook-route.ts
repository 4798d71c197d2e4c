import { applyDecorators, HttpCode, HttpStatus, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { ApiProblems } from '../docs/api-problems.js';
import { WebhookAnswerDto } from './webhook-answer.dto.js';
import { type TakenEvents } from './webhook-event.dto.js';
import { type WebhookKind } from './webhook-kind.js';

const description =
  'Signed instead of opened by a token: HMAC-SHA256 over `<t>.<body as sent>` with the secret that sender and we ' +
  'share, not more than five minutes from now. Send an event again until it is answered 2xx: its `id` makes it one. ' +
  '409 `order-not-visible-yet` says that the order is not there yet, 422 `unknown-event-type` that the event may be ' +
  'about money and is not understood. Fields that are not named here are let pass.';

/** The route of a kind of webhook with its description and an example of every event that it takes. */
export function WebhookRoute(kind: WebhookKind, summary: string, { rules }: TakenEvents): MethodDecorator {
  const bodies = Object.values(rules).map(({ body }) => body);
  const examples = Object.entries(rules).map(([type, { example }]) => [type, { value: example }] as const);
  return applyDecorators(
    Post(`${kind}/:sender`),
    HttpCode(HttpStatus.OK),
    ApiOperation({ operationId: `${kind}Webhook`, summary, description, security: [] }),
    ApiParam({ name: 'sender', description: 'The name under which its secret is set up.' }),
    ApiHeader({
      name: 'Webhook-Signature',
      required: true,
      description: '`t=<Unix time in seconds>,v1=<hex>`; a further `,v1=<hex>` while the secret changes.',
    }),
    ApiExtraModels(...bodies),
    ApiBody({
      schema: { oneOf: bodies.map((body) => ({ $ref: getSchemaPath(body) })) },
      examples: { ...Object.fromEntries(examples), example: examples[0]![1] },
    }),
    ApiResponse({ status: 200, description: 'Recorded, now or before.', type: WebhookAnswerDto }),
    ApiResponse({
      status: 202,
      description: 'No event of this type is taken, and none of them is about money.',
      type: WebhookAnswerDto,
    }),
    ApiProblems(400, 409, 413, 415, 422),
  );
}
