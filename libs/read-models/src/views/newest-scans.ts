/** Far more than anything has on its way. */
const most = 100;

/** The scans with one more, the newest by the carrier's clock last; of very many, the newest. */
export const newestScans = <Scan extends { readonly scannedAt: string }>(
  scans: readonly Scan[],
  added: Scan,
): readonly Scan[] =>
  [...scans, added].sort((a, b) => Date.parse(a.scannedAt) - Date.parse(b.scannedAt)).slice(-most);
