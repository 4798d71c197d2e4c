import { type ConnectionAddress } from './address.js';

interface Trouble {
  readonly said: RegExp;
  readonly means: string;
  /** Where it means so with TLS, or without, only. */
  readonly tls?: boolean;
}

/** What gRPC, Node and OpenSSL say of a connection that was not made, and what an operator can do about it. */
const TROUBLES: readonly Trouble[] = [
  {
    said: /wrong version number|packet length too long|http request|record overflow/i,
    means: 'it speaks no TLS; add tls=false to EVENT_STORE, or turn TLS on at the server',
    tls: true,
  },
  {
    said: /^(failed to connect|protocol error|socket hang up|connection closed)|ECONNRESET/i,
    means:
      'it ends the connection at once, as a server with TLS does; leave tls=false out of EVENT_STORE if it has TLS',
    tls: false,
  },
  {
    said: /altnames/i,
    means: 'its certificate is that of another host; name the host in EVENT_STORE as the certificate does',
  },
  { said: /certificate has expired/i, means: 'its certificate has to be renewed' },
  {
    said: /self.signed certificate|unable to get (local )?issuer|unable to verify/i,
    means:
      'its certificate is of an authority that is not known here; name the file of the authority as tlsCAFile in EVENT_STORE',
  },
  {
    said: /alert|certificate required|handshake failure/i,
    means: 'it asks for a certificate of the user, or refuses that of userCertFile in EVENT_STORE',
    tls: true,
  },
  { said: /ECONNREFUSED/, means: 'nobody listens there' },
  { said: /ENOTFOUND|EAI_AGAIN|name resolution/i, means: 'the name of the host is not known' },
  { said: /EHOSTUNREACH|ENETUNREACH/, means: 'there is no way to that host' },
];

/** The reason without a full stop. The same trouble has the same text: gRPC's own has times and tries in it. */
export function connectionTrouble(text: string, { tls }: ConnectionAddress): string {
  const said = text
    .replace(/^No connection established\. Last error: /, '')
    .replace(/Resolution note:.*$/s, '')
    .replace(/\(?\d{4}-\d\d-\d\dT[\d:.]+Z\)?/g, '')
    .replace(/^Error( \[\w+\])?: /, '')
    .replace(/^.*SSL routines:[^:]*:([^:]*):.*$/s, '$1')
    .replace(/[\s.:]+$/, '');
  const trouble = TROUBLES.find(
    (known) => known.said.test(said) && (known.tls === undefined || known.tls === (tls !== undefined)),
  );
  return trouble ? `${trouble.means} (${said})` : said;
}
