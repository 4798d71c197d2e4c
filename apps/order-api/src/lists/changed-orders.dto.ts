import { Instant, Text } from '../fields/text-fields.js';
import { PageDto } from './page.dto.js';

/** Which orders are asked for by when they last changed. */
export class ChangedOrdersDto extends PageDto {
  @Instant({ description: 'Changed then or later; a day or an instant.' })
  changedSince: string;

  @Text(500, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}
