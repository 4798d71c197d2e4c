import { fingerprintOf } from '@app/order-log';
import { ProblemError, ValidationPipe, type WrongField } from '@app/platform';
import { type ShipOrderDto } from '../commands/routes/shipping.js';
import { type FileRow } from './read-rows.js';
import { ShipmentRowDto } from './shipment-row.dto.js';
import { type WrongCell, wrongFile } from './wrong-file.js';

/** A package that is to be shipped, and the rows that say so. */
export interface FilePackage {
  readonly rows: readonly number[];
  readonly orderId: string;
  readonly body: ShipOrderDto;
  /** The same rows have the same key in whatever file they come again. */
  readonly idempotencyKey: string;
}

const pipe = new ValidationPipe();

/**
 * The packages of a file. Rows of one order that say the same but for their lines are one package; one that names no
 * line takes everything that is left. Throws the answer that names every wrong cell.
 */
export function packagesIn(rows: readonly FileRow[]): FilePackage[] {
  const checked = rows.map(({ row, cells }) => ({ row, ...checkedRow(row, valuesOf(cells)) }));
  const wrong = checked.flatMap((row) => row.wrong);
  if (wrong.length > 0) throw wrongFile(wrong);
  const packages = new Map<string, { rows: number[]; body: ShipOrderDto; orderId: string }>();
  for (const { row, shipment } of checked) {
    const { order_id: orderId, line_id: lineId, quantity, ...named } = shipment;
    const key = fingerprintOf({ orderId, ...named, everything: lineId === undefined });
    const parcel = packages.get(key) ?? { rows: [], orderId, body: bodyOf(named) };
    parcel.rows.push(row);
    if (lineId !== undefined && quantity !== undefined)
      parcel.body.units = [...(parcel.body.units ?? []), { lineId, quantity }];
    packages.set(key, parcel);
  }
  return [...packages.values()].map((parcel) => ({
    ...parcel,
    idempotencyKey: `shipment ${fingerprintOf(parcel.body)}`,
  }));
}

/** Texts as the values that they stand for, as far as they do. */
const valuesOf = ({ quantity, checklist_done: done, ...texts }: FileRow['cells']) => ({
  ...texts,
  ...(quantity === undefined ? {} : { quantity: /^\d{1,9}$/.test(quantity) ? Number(quantity) : quantity }),
  ...(done === undefined
    ? {}
    : { checklist_done: /^(true|false)$/i.test(done) ? done.toLowerCase() === 'true' : done }),
});

function checkedRow(
  row: number,
  values: object,
): { readonly shipment: ShipmentRowDto; readonly wrong: WrongCell[] } {
  const shipment = values as ShipmentRowDto;
  const at = (column: string, { code, sentence }: Pick<WrongField, 'code' | 'sentence'>): WrongCell => ({
    row,
    column,
    code,
    sentence,
  });
  const required = { code: 'required', sentence: { key: 'field.required' } } as const;
  const wrong = formErrors(values).map((error) => at(error.pointer.slice(1), error));
  if (/^\d+([.,]\d+)?E\+\d+$/i.test(shipment.tracking_number ?? ''))
    wrong.push(at('tracking_number', { code: 'wrong-form', sentence: { key: 'field.rounded' } }));
  if (shipment.line_id === undefined && shipment.quantity !== undefined) wrong.push(at('line_id', required));
  if (shipment.line_id !== undefined && shipment.quantity === undefined) wrong.push(at('quantity', required));
  return { shipment, wrong };
}

function formErrors(values: object): readonly WrongField[] {
  try {
    pipe.transform(values, { type: 'body', metatype: ShipmentRowDto });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.extras.errors ?? [];
    throw error;
  }
}

/** A package without a name of its own is a new one, which the seller sends unless the file says otherwise. */
const bodyOf = (named: Omit<ShipmentRowDto, 'order_id' | 'line_id' | 'quantity'>): ShipOrderDto => ({
  ...(named.package_id === undefined ? { method: 'self' } : { packageId: named.package_id }),
  carrier: named.carrier,
  trackingNumber: named.tracking_number,
  ...(named.method === undefined ? {} : { method: named.method }),
  ...(named.estimated_delivery === undefined ? {} : { estimatedDelivery: named.estimated_delivery }),
  ...(named.checklist_done === undefined ? {} : { checklistDone: named.checklist_done }),
});
