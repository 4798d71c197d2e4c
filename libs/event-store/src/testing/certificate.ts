import { ServerCredentials } from '@grpc/grpc-js';
import { generate, type GenerateResult } from 'selfsigned';

/** A certificate for a host, which is its own authority; with one for a client of that authority. */
export const certificateOf = (host: string): Promise<GenerateResult> =>
  generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    clientCertificate: true,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  });

/** What a server with that certificate listens with; `authority` is whose clients it takes. */
export const secured = (
  { private: key, cert }: GenerateResult,
  authority: GenerateResult,
  clientsNeedCertificate = false,
): ServerCredentials =>
  ServerCredentials.createSsl(
    Buffer.from(authority.cert),
    [{ private_key: Buffer.from(key), cert_chain: Buffer.from(cert) }],
    clientsNeedCertificate,
  );
