import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

const meanings = {
  400: 'The request is malformed.',
  401: 'There is no token, or it does not hold.',
  403: "The token's role may not do this.",
  404: "There is no such thing, or it is another's.",
  409: 'The order is in no state for this, or a history that is needed is damaged (code `…-history-damaged`).',
  412: 'The order is not at the revision that `If-Match` names.',
  413: 'The body is larger than 256 KiB.',
  415: 'The body is of another media type.',
  422: 'The body is wrong, or the idempotency key was used with another one.',
  503: 'An engine is away; the same request may be sent again.',
} as const;

/** The error answers that an operation can give; 401 and 503 every one can. */
export const ApiProblems = (...statuses: (keyof typeof meanings)[]) =>
  applyDecorators(
    ApiExtraModels(ProblemDto),
    ...([...statuses, 401, 503] as const).map((status) =>
      ApiResponse({
        status,
        description: meanings[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    ),
  );
