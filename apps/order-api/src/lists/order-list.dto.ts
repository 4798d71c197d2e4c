import { IdsInText, Instant, Text } from '../fields/text-fields.js';
import { PageDto } from './page.dto.js';

/** Which orders of a list are asked for; what is left out does not limit. */
export class OrderListDto extends PageDto {
  @Text(500, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;

  @Text(100, {
    optional: true,
    description:
      'Beginnings of words, all of which the order has: ids, tracking numbers, recipient, phone, city, products, titles, ' +
      'variants, names. With or without accents and capitals; in scripts without blanks, any place in a word.',
  })
  search?: string;

  @IdsInText(100, {
    optional: true,
    description: 'Only these orders: up to 100 ids with commas between, in either case.',
  })
  ids?: string[];

  @Instant({ optional: true, description: 'Placed then or later; a day or an instant in UTC.' })
  from?: string;

  @Instant({ optional: true, description: 'Placed before then; a day or an instant in UTC.' })
  to?: string;
}
