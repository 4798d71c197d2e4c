import { type Address } from './address.js';

/** What gRPC and OpenSSL say of a connection that was not made, and what an operator can do about it. */
const TROUBLES: readonly (readonly [RegExp, string, ('with TLS' | 'without TLS')?])[] = [
  [
    /wrong version number|packet length too long|http request|record overflow/i,
    'it speaks no TLS; add tls=false to EVENT_STORE, or turn TLS on at the server',
    'with TLS',
  ],
  [
    /altnames/i,
    'its certificate is that of another host; name the host in EVENT_STORE as the certificate does',
  ],
  [/certificate has expired/i, 'its certificate has expired'],
  [
    /self.signed certificate|unable to get (local )?issuer|unable to verify/i,
    'its certificate is of an authority that is not known here; name the file of the authority as tlsCAFile in EVENT_STORE',
  ],
  [
    /certificate required|handshake failure|bad certificate|unknown ca|alert/i,
    'it asks for a certificate of the user, or refuses that of userCertFile in EVENT_STORE',
    'with TLS',
  ],
  [/ECONNREFUSED/, 'nobody listens there'],
  [/ENOTFOUND|EAI_AGAIN|name resolution/i, 'the name of the host is not known'],
  [/EHOSTUNREACH|ENETUNREACH/, 'there is no way to that host'],
];

/** One sentence without an end, the same for the same trouble: the text of gRPC has times and tries in it. */
export function connectionTrouble(text: string, { tls }: Address): string {
  const found = TROUBLES.find(
    ([pattern, , only]) =>
      pattern.test(text) && (only === undefined || (only === 'with TLS') === (tls !== undefined)),
  );
  const said = text
    .replace(/^No connection established\. Last error: /, '')
    .replace(/\s*\(?\d{4}-\d\d-\d\dT[\d:.]+Z\)?/g, '')
    .replace(/\.? Resolution note:.*$/s, '')
    .replace(/[.\s]+$/, '');
  return found ? `${found[1]} (${said})` : said;
}
