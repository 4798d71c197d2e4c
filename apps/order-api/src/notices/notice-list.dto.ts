import { Digits } from '../fields/text-fields.js';
import { PageDto } from '../lists/page.dto.js';

/** Which notices are asked for. */
export class NoticeListDto extends PageDto {
  @Digits(18, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}
