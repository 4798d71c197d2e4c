import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What a server answers a command with instead of taking it: an SMTP reply code and a text. */
export interface MailRefusal {
  readonly code: number;
  readonly message: string;
}

/** A mail as a server took it. */
export interface TakenMail {
  readonly to: readonly string[];
  /** Headers and body as they came over the wire. */
  readonly source: string;
}

/** A real mail server of this process; it refuses what `refuse` answers a reason for. */
export async function mailServer({
  port = 0,
  refuse = () => undefined,
}: {
  port?: number;
  refuse?: (command: 'RCPT' | 'DATA', address: string) => MailRefusal | undefined;
} = {}) {
  const taken: TakenMail[] = [];
  const problem = (refusal: MailRefusal | undefined) =>
    refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => done(problem(refuse('RCPT', address))),
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address);
      void text(stream).then((source) => {
        const refused = problem(refuse('DATA', to[0]!));
        if (refused === undefined) taken.push({ to, source });
        done(refused);
      });
    },
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    taken,
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

export type MailServer = Awaited<ReturnType<typeof mailServer>>;

/** A header of a mail's source, unfolded. */
export const headerOf = (source: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im')
    .exec(source.split('\r\n\r\n')[0]!)?.[1]
    ?.replaceAll('\r\n', '');
