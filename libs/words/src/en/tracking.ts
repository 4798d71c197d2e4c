/** What carriers' common codes say to a person. */
export const tracking = {
  'scan.arranged': 'The package is ready for the carrier.',
  'scan.shipped': 'The carrier has the package.',
  'scan.collected': 'The carrier has collected the package.',
  'scan.received': 'The package has arrived at the carrier.',
  'scan.arrived': 'The package has arrived at a depot.',
  'scan.departed': 'The package has left a depot.',
  'scan.in-transit': 'The package is on its way.',
  'scan.in-customs': 'The package is at the customs.',
  'scan.out-for-delivery': 'The package is out for delivery.',
  'scan.delivery-attempted': 'Nobody took the package; the carrier will try again.',
  'scan.ready-for-pickup': 'The package waits to be picked up.',
  'scan.held': 'The carrier holds the package.',
  'scan.delivered': 'The package was handed over.',
  'scan.returned-to-sender': 'The package is on its way back to the seller.',
  'unknown-scan': 'Carrier: {words}.',
} as const;
