import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { type CommandType } from '@app/ordering';
import { ApiProblems } from '../docs/api-problems.js';
import { CommandAnswerDto } from './command-answer.dto.js';
import { CommandPreviewDto } from './command-preview.dto.js';
import { routeOf } from './command-routes.js';

const headers = (onBehalfOf?: string) => [
  {
    name: 'Idempotency-Key',
    description: 'Names the command among all of the sender (1 to 200 printable characters).',
  },
  { name: 'If-Match', description: 'The entity tag of the revision that the sender saw, for example `"3"`.' },
  {
    name: 'On-Behalf-Of',
    description: 'From a service only: `buyer:<id>` or `seller:<id>` for whom it acts.',
    ...(onBehalfOf === undefined ? {} : { examples: { example: { value: onBehalfOf } } }),
  },
  { name: 'X-Correlation-Id', description: 'Joins all that one request sets off; made where there is none.' },
];

const answerHeaders = {
  ETag: { description: "The order's revision.", schema: { type: 'string', example: '"3"' } },
} as const;

const carriedOut = 'Carried out, now or by an earlier request with the same key';
const tried = 'What the command would come to. Nothing was recorded.';
const answer = { $ref: getSchemaPath(CommandAnswerDto) };
const preview = { $ref: getSchemaPath(CommandPreviewDto) };

/** The route of a command with its description: `POST /orders` creates, `POST /orders/:id/<command>` does the rest. */
export function ApiCommand(type: CommandType): MethodDecorator {
  const { summary, description, body, example, onBehalfOf } = routeOf(type);
  const creates = type === 'create';
  const status = creates ? 201 : 200;
  const location = { Location: { description: "The order's path.", schema: { type: 'string' } } } as const;
  return applyDecorators(
    Post(creates ? '' : `:id/${type}`),
    HttpCode(status),
    ApiOperation({ operationId: type, summary, description }),
    ...(creates ? [] : [ApiParam({ name: 'id', description: "The order's id, as `create` answers it." })]),
    ...headers(onBehalfOf).map((header) => ApiHeader(header)),
    ApiQuery({
      name: 'dryRun',
      required: false,
      schema: { type: 'boolean', default: false },
      description: 'Only tell what the command would do, and record nothing.',
    }),
    ApiBody({
      type: body,
      required: Object.keys(example).length > 0,
      examples: { example: { summary, value: example } },
    }),
    ApiExtraModels(CommandAnswerDto, CommandPreviewDto),
    ...(creates ? [ApiResponse({ status: 200, description: tried, schema: preview })] : []),
    ApiResponse({
      status,
      description: `${carriedOut}${creates ? '.' : `; or, of a dry run: ${tried}`}`,
      schema: creates ? answer : { oneOf: [answer, preview] },
      headers: creates ? { ...answerHeaders, ...location } : answerHeaders,
    }),
    ApiProblems(400, 403, ...(creates ? [] : ([404, 412] as const)), 409, 413, 415, 422),
  );
}
