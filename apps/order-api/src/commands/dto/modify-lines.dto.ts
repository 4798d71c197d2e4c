import { Id, Text } from '../../fields/text-fields.js';
import { ListOf, Quantity } from '../../fields/value-fields.js';

class LineChangeDto {
  @Id()
  lineId: string;

  @Text(200, { optional: true, description: 'Another size, colour and the like.' })
  variant?: string;

  @Quantity({
    optional: true,
    description: 'Another number of units, with those that were cancelled meanwhile.',
  })
  quantity?: number;
}

/** How lines shall differ; what is left out stays. */
export class ModifyLinesDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  changeId?: string;

  @ListOf(() => LineChangeDto, { minItems: 1 })
  changes: LineChangeDto[];
}

export const modifyLinesExample: ModifyLinesDto = {
  changeId: 'CHANGE-2',
  changes: [{ lineId: 'line-1', variant: 'XL / indigo' }],
};
