import { applyDecorators, Get, Put } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../docs/api-problems.js';
import {
  ChooseNoticesDto,
  noticePreferencesExample,
  StoredPreferencesDto,
} from './notice-preferences.dto.js';

type Role = 'buyer' | 'seller';

const about = (role: Role): MethodDecorator[] => [
  ApiTags(role === 'buyer' ? 'Buyers' : 'Sellers'),
  ApiParam({ name: 'id', description: `The ${role}'s id.`, schema: { type: 'string' } }),
  ApiOkResponse({
    type: StoredPreferencesDto,
    headers: { ETag: { description: 'Their version.', schema: { type: 'string', example: '"1"' } } },
  }),
];

const pathOf = (role: Role): string => `${role}s/:id/notice-preferences`;

/** The route that shows the notices that somebody wants. */
export const ShowsPreferences = (role: Role): MethodDecorator =>
  applyDecorators(
    Get(pathOf(role)),
    ApiOperation({
      operationId: `${role}NoticePreferences`,
      summary: `What a ${role} wants to be told, in which language, and where`,
    }),
    ...about(role),
    ApiProblems(403, 404),
  );

/** The route that replaces it. */
export const TakesPreferences = (role: Role): MethodDecorator =>
  applyDecorators(
    Put(pathOf(role)),
    ApiOperation({
      operationId: `choose${role === 'buyer' ? 'Buyer' : 'Seller'}Notices`,
      summary: `Choose what a ${role} is told, in which language, and where`,
      description: 'Replaces all of it, and holds for what happens from now on.',
    }),
    ApiHeader({
      name: 'If-Match',
      description: 'The entity tag of the version that is replaced, for example `"1"`; any without it.',
    }),
    ApiBody({
      type: ChooseNoticesDto,
      examples: {
        example: { summary: 'In Indonesian, and mails of packages alone', value: noticePreferencesExample },
      },
    }),
    ...about(role),
    ApiProblems(400, 403, 404, 412, 413, 415, 422),
  );
