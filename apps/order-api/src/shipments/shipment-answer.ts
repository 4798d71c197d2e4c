import { ApiProperty } from '@nestjs/swagger';
import { BatchResultDto } from '../batch/batch.dto.js';
import { type CsvTable } from '../export/csv-table.js';
import { type FilePackage } from './packages-in.js';

/** What a row of the file came to; rows that are one package came to the same. */
export class ShipmentResultDto extends BatchResultDto {
  @ApiProperty({
    type: 'integer',
    description: 'Its number in the spreadsheet; the names of the columns are row 1.',
  })
  row: number;

  @ApiProperty()
  trackingNumber: string;
}

export class ShipmentsAnswerDto {
  @ApiProperty({
    type: [ShipmentResultDto],
    description: 'One for each row that says something, in their order.',
  })
  results: readonly ShipmentResultDto[];
}

/** The results of the packages, row by row. */
export const rowResults = (
  packages: readonly FilePackage[],
  results: readonly BatchResultDto[],
): ShipmentResultDto[] =>
  packages
    .flatMap(({ rows, body }, index) =>
      rows.map((row) => ({ row, trackingNumber: body.trackingNumber!, ...withoutPlaces(results[index]!) })),
    )
    .sort((a, b) => a.row - b.row);

/** Pointers lead into a batch that the sender has not written. */
const withoutPlaces = ({ problem, ...result }: BatchResultDto): BatchResultDto => {
  if (problem === undefined) return result;
  const { errors: _, ...shown } = problem;
  return { ...result, problem: shown };
};

/** The same as a file. */
export const resultsCsv: CsvTable<ShipmentResultDto> = {
  columns: {
    row: ({ row }) => row,
    order_id: ({ orderId }) => orderId,
    tracking_number: ({ trackingNumber }) => trackingNumber,
    result: ({ status }) => status,
    order_status: ({ answer }) => answer?.status,
    code: ({ problem }) => problem?.code,
    detail: ({ problem }) => problem?.detail,
  },
  digits: ['order_id', 'tracking_number'],
};
