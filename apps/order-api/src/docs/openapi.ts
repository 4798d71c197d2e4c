import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const about = `
Every command is answered with the order's new revision and what the sender may do next; errors are problems
(RFC 9457) with a stable \`code\`.

* A command with an \`Idempotency-Key\` may be repeated: it is carried out once and answered alike each time.
* \`If-Match\` with the \`ETag\` of an earlier answer lets a command pass only if nothing has changed since.
* \`?dryRun=true\` tells what a command would do, and does nothing; its \`ETag\` as \`If-Match\` makes sure of just that.
* What a command was answered is visible to the reads that follow it.
* Amounts are whole numbers of the currency's minor units; times are ISO 8601, in UTC in every answer.
* Buyers, sellers and carriers reach what is theirs alone: of everything else they are told that it does not exist.
`;

/** Serves the API's description for programs at /openapi.json. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Marketplace orders')
    .setVersion('1')
    .setDescription(about)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  // Made when it is first asked for: a process that nobody asks starts sooner.
  const document = () => SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', ui: false, raw: ['json'] });
}
