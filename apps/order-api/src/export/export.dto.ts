import { IntersectionType, OmitType } from '@nestjs/swagger';
import { BuyerOrdersDto } from '../buyers/buyer-orders.dto.js';
import { OneOf } from '../fields/text-fields.js';
import { SellerOrdersDto } from '../sellers/seller-orders.dto.js';
import { type CsvFormat, separators } from './csv-table.js';

/** How a file is written. */
class CsvFormatDto implements CsvFormat {
  @OneOf(Object.keys(separators), {
    optional: true,
    description: 'What stands between cells; a comma without it.',
  })
  separator?: keyof typeof separators;

  @OneOf(['excel'], {
    optional: true,
    description:
      'Ids, phones, postal codes and tracking numbers as `="0034"`, which Excel does not take for numbers; with semicolons, amounts as `12,50`.',
  })
  for?: 'excel';
}

/** How a file of orders is written. */
class OrdersFormatDto extends CsvFormatDto {
  @OneOf(['orders', 'lines'], {
    optional: true,
    description: 'A record for each order, or for each of its lines, to pick and pack.',
  })
  rows?: 'orders' | 'lines';
}

/** The filters of a buyer's list; the file holds all of it. */
export class BuyerExportDto extends IntersectionType(
  OmitType(BuyerOrdersDto, ['cursor', 'limit']),
  OrdersFormatDto,
) {}

/** The filters of a seller's list; the file holds all of it. */
export class SellerExportDto extends IntersectionType(
  OmitType(SellerOrdersDto, ['cursor', 'limit']),
  OrdersFormatDto,
) {}

/** Of which orders the file holds the returns. */
export class ReturnsExportDto extends IntersectionType(
  OmitType(SellerOrdersDto, ['cursor', 'limit', 'tab']),
  CsvFormatDto,
) {}
