import { Instant, Text } from '../fields/text-fields.js';
import { PageDto } from './page.dto.js';

/** Which orders of a list are asked for; what is left out does not limit. */
export class OrderListDto extends PageDto {
  @Text(500, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;

  @Text(100, {
    optional: true,
    description: 'Beginnings of words, all of which the order has in its ids, products, titles or names.',
  })
  search?: string;

  @Instant({ optional: true, description: 'Placed then or later; a day or an instant in UTC.' })
  from?: string;

  @Instant({ optional: true, description: 'Placed before then; a day or an instant in UTC.' })
  to?: string;
}
