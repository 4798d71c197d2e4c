import { type ShippingMethod, shippingMethods } from '@app/ordering';
import { Day, Id, OneOf, Text } from '../fields/text-fields.js';
import { Flag, Quantity } from '../fields/value-fields.js';

/** A row of a file of shipments, by the names of its columns. */
export class ShipmentRowDto {
  @Id()
  order_id: string;

  @Text(64)
  carrier: string;

  @Text(64)
  tracking_number: string;

  @Id({ optional: true })
  package_id?: string;

  @OneOf(shippingMethods, { optional: true })
  method?: ShippingMethod;

  @Day({ optional: true })
  estimated_delivery?: string;

  @Flag({ optional: true })
  checklist_done?: boolean;

  @Id({ optional: true })
  line_id?: string;

  @Quantity({ optional: true })
  quantity?: number;
}

export type ShipmentColumn = keyof ShipmentRowDto;

export const neededColumns = ['order_id', 'carrier', 'tracking_number'] as const satisfies ShipmentColumn[];

export const shipmentColumns = [
  ...neededColumns,
  'package_id',
  'method',
  'estimated_delivery',
  'checklist_done',
  'line_id',
  'quantity',
] as const satisfies ShipmentColumn[];
