/** What carriers' common codes say to a person. */
const texts: Readonly<Record<string, string>> = {
  collected: 'The carrier has collected the package.',
  received: 'The package has arrived at the carrier.',
  arrived: 'The package has arrived at a depot.',
  departed: 'The package has left a depot.',
  'in-transit': 'The package is on its way.',
  'in-customs': 'The package is at the customs.',
  'out-for-delivery': 'The package is on its last way to you.',
  'delivery-attempted': 'Nobody took the package; the carrier will try again.',
  'ready-for-pickup': 'The package waits to be picked up.',
  held: 'The carrier holds the package.',
  delivered: 'The carrier reports the package as handed over.',
  'returned-to-sender': 'The package is on its way back to the seller.',
};

/** A carrier's code as people read it; a code that is not known is shown by its own words, in whatever script. */
export function describeScan(code: string): string {
  const words = code.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [code];
  const known = words.join('-');
  return Object.hasOwn(texts, known) ? texts[known]! : `Carrier: ${words.join(' ')}.`;
}
