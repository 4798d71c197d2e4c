import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../infra/local/run-program.js';

/** Paths of a certificate and its key (PEM). */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate for 127.0.0.1, signed by another one or else by itself, with a key of its own. */
export async function makeCertificate(folder: string, name: string, by?: Certificate): Promise<Certificate> {
  const made = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  await runProgram(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-days', '2', '-subj', `/CN=${name}`],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', made.key, '-out', made.cert],
      ...(by ? ['-CA', by.cert, '-CAkey', by.key] : []),
    ],
    'The certificates of this suite are made by OpenSSL 3',
  );
  return made;
}

/** One file with the key and the certificate, as Kafka takes them. */
export async function keystoreOf({ cert, key }: Certificate): Promise<string> {
  const path = `${cert}.keystore`;
  await writeFile(path, `${await readFile(key, 'utf8')}${await readFile(cert, 'utf8')}`);
  return path;
}
