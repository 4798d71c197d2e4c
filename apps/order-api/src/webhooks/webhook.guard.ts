import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { problem } from '../problems/problem.js';
import { IncomingWebhookMetrics } from './webhook.metrics.js';
import { secretsOf, type WebhookKind, webhookKinds } from './webhook-kind.js';
import { signatureError } from './webhook-signature.js';

export const signatureHeader = 'webhook-signature';

/** Lets in only what a sender that is set up has signed. A sender that is unknown is answered like a wrong signature. */
@Injectable()
export class WebhookGuard implements CanActivate {
  constructor(
    private readonly engines: Engines,
    private readonly metrics: IncomingWebhookMetrics,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { sender } = request.params as { sender: string };
    const kind = Object.keys(webhookKinds).find((name) =>
      request.routeOptions.url!.startsWith(`/webhooks/${name}/`),
    ) as WebhookKind;
    const secrets = secretsOf(this.engines.settings, kind, sender);
    const header = request.headers[signatureHeader];
    const error = signatureError(header, request.rawBody ?? '', secrets, Date.now());
    if (error === undefined) return true;
    this.metrics.count(secrets.length === 0 ? 'unknown' : sender, 'unknown', error);
    throw problem(error, {});
  }
}
