import { type ShippingMethod, type Units } from '../order-terms.js';

/** The seller takes the order on, after stock and details were checked. */
export interface ConfirmOrder {
  readonly type: 'confirm';
}

/** The seller hands one package to a carrier; without units, everything that is left. */
export interface ShipOrder {
  readonly type: 'ship';
  /** The package's name within the order; the command's id where none is given. */
  readonly packageId?: string;
  readonly units?: readonly Units[];
  readonly method: ShippingMethod;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD) on which the carrier expects to deliver. */
  readonly estimatedDelivery?: string;
  readonly checklistDone: boolean;
}

/** The carrier has handed a package over to the buyer. */
export interface DeliverPackage {
  readonly type: 'deliver';
  readonly packageId: string;
}

/** The buyer has what was ordered: the order is done. */
export interface ConfirmReceipt {
  readonly type: 'confirm-receipt';
}
