import { type ShippingMethod, shippingMethods } from '@app/ordering';
import { Day, Id, Instant, Note, OneOf, Text } from '../../fields/text-fields.js';
import { Flag, ListOf, Nested } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { AddressDto, UnitsDto } from './order-terms.dto.js';

/** A package that was handed to a carrier: of an arranged one, its id says all. */
export class ShipOrderDto {
  @Id({
    optional: true,
    description: 'Of an arranged package, or of a new one; a new id where it is left out.',
  })
  packageId?: string;

  @ListOf(() => UnitsDto, {
    optional: true,
    minItems: 1,
    description: 'Everything that is left where it is left out.',
  })
  units?: UnitsDto[];

  @OneOf(shippingMethods, { optional: true, description: 'By the seller, or through the platform.' })
  method?: ShippingMethod;

  @Text(64, { optional: true })
  carrier?: string;

  @Text(64, { optional: true })
  trackingNumber?: string;

  @Day({ optional: true, description: 'When the carrier expects to deliver.' })
  estimatedDelivery?: string;

  @Nested(() => AddressDto, { optional: true, description: 'Where the package starts from.' })
  shipFrom?: AddressDto;

  @Flag({ optional: true, description: 'The packing checklist was ticked off.' })
  checklistDone?: boolean;
}

export const shipOrderExample = {
  packageId: 'PKG-1',
  units: [
    { lineId: 'line-1', quantity: 2 },
    { lineId: 'line-2', quantity: 2 },
  ],
  method: 'platform',
  carrier: 'jne',
  trackingNumber: 'JNE0012345678',
  estimatedDelivery: '2030-01-30',
  checklistDone: true,
} satisfies ShipOrderDto;

/** A package that is packed and booked with a carrier, and has not left. */
export class ArrangeShipmentDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  packageId?: string;

  @ListOf(() => UnitsDto, {
    optional: true,
    minItems: 1,
    description: 'Everything that is left where it is left out.',
  })
  units?: UnitsDto[];

  @OneOf(shippingMethods, { description: 'By the seller, or through the platform.' })
  method: ShippingMethod;

  @Text(64)
  carrier: string;

  @Text(64)
  trackingNumber: string;

  @Day({ optional: true, description: 'When the carrier expects to deliver.' })
  estimatedDelivery?: string;

  @Nested(() => AddressDto, { optional: true, description: 'Where the package starts from.' })
  shipFrom?: AddressDto;

  @Flag({ optional: true, description: 'The packing checklist was ticked off.' })
  checklistDone?: boolean;
}

/** What a carrier says of a package on its way. */
export class TrackPackageDto {
  @Id()
  packageId: string;

  @Text(64, { description: "The carrier's code for what happened." })
  code: string;

  @Text(100, { optional: true, description: "Where; a place of the carrier's." })
  place?: string;

  @Instant({ description: "By the carrier's clock." })
  scannedAt: string;

  @Note({ optional: true, description: "The carrier's own words; shown to buyer and seller only." })
  description?: string;
}

/** Packages are packed, leave, and are seen on their way. */
export const shipping = routes({
  'arrange-shipment': {
    summary: 'Pack a package and book its carrier',
    description:
      'The package leaves with `ship`. Until then its units can be cancelled, and leave the package when they are.',
    body: ArrangeShipmentDto,
    example: {
      ...shipOrderExample,
      shipFrom: { recipient: 'Toko Batik', street: 'Jalan Solo 3', city: 'Yogyakarta', country: 'ID' },
    },
    defaults: () => ({ checklistDone: false }),
  },
  ship: {
    summary: 'Hand a package to a carrier',
    description:
      'An order may be sent in several packages. A package that was arranged needs its id alone, and what is said ' +
      'of it again has to be the same; any other needs method, carrier and tracking number.',
    body: ShipOrderDto,
    example: shipOrderExample,
    defaults: () => ({ checklistDone: false }),
    inBatch: true,
  },
  track: {
    summary: 'Record a scan of a package',
    description:
      'Scans may come late, repeated and in any order: they are shown by their own time and change no status. The ' +
      'same scan again (package, code, place and time) is accepted and recorded once.',
    body: TrackPackageDto,
    example: {
      packageId: 'PKG-1',
      code: 'arrived',
      place: 'Cimahi depot',
      scannedAt: '2026-01-05T08:30:00Z',
    },
  },
});
