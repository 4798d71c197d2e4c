import { Param, type PipeTransform } from '@nestjs/common';
import { orderNotFound } from '../access/access.js';
import { idPattern } from '../fields/text-fields.js';

/** What has not even the form of an id is the id of no order. */
export function checkedOrderId(id: string): string {
  if (!idPattern.test(id)) throw orderNotFound();
  return id;
}

const orderIdPipe: PipeTransform<string> = { transform: checkedOrderId };

/** The order's id in the path, as a parameter of a controller's method. */
export const OrderId = () => Param('id', orderIdPipe);
