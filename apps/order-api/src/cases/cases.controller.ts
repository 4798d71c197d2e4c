import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { listWaitingOrders } from '@app/read-models';
import { checkQuestion } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { cursorOf } from '../lists/order-page.js';
import { presentWaiting, WaitingCasesDto, WaitingCasesPageDto } from './waiting-cases.dto.js';

/** Cases of all orders, for the people of the platform. */
@ApiTags('Cases')
@Controller('cases')
export class CasesController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @ApiOperation({
    operationId: 'waitingCases',
    summary: 'What waits for the platform, the longest waiting first',
    description:
      'Claims that it has to decide, and refunds that failed too often. Follows the log within moments.',
  })
  @ApiOkResponse({ type: WaitingCasesPageDto })
  @ApiProblems(400, 403)
  async waiting(@Query() { cursor, limit }: WaitingCasesDto, @RequestActor() reader: Actor) {
    checkQuestion('waiting-cases', reader);
    const query = { after: cursorOf(cursor), limit };
    return presentWaiting(await listWaitingOrders(this.engines.database.pool, query));
  }
}
