/** Streams of stock begin with this; seller and product follow, each unable to hold a slash. */
export const stockStreamPrefix = 'stock-';

export const stockId = (sellerId: string, productId: string): string => `${sellerId}/${productId}`;

export const stockStream = (sellerId: string, productId: string): string =>
  `${stockStreamPrefix}${stockId(sellerId, productId)}`;

/** Whose stock of which product a stream is. */
export function ownerOf(stream: string): { readonly sellerId: string; readonly productId: string } {
  const [sellerId, productId] = stream.slice(stockStreamPrefix.length).split('/');
  return { sellerId: sellerId!, productId: productId! };
}
