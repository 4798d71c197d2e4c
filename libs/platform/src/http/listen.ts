import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCode } from '../error-code.js';
import { StartError } from '../run.js';
import { type Settings } from '../settings/settings.js';

/** Serves the app as the settings say and answers with its address. Throws `StartError` if the port is taken. */
export async function listen(
  app: NestFastifyApplication,
  { HOST, PORT }: Pick<Settings, 'HOST' | 'PORT'>,
): Promise<string> {
  try {
    await app.listen(PORT, HOST);
    return await app.getUrl();
  } catch (error) {
    await app.close();
    throw listenFailure(error, { HOST, PORT });
  }
}

/** What is wrong with the address, as a sentence for the operator; any other error as it is. */
export function listenFailure(error: unknown, { HOST, PORT }: Pick<Settings, 'HOST' | 'PORT'>): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${PORT} of ${HOST} is in use; set PORT to another one, or to 0 for a free one.`,
      );
    case 'EACCES':
      return new StartError(
        `Port ${PORT} of ${HOST} may not be used by this user; set PORT to one above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST is ${HOST}, which is no address of this machine; set it to one that is.`);
    default:
      return error;
  }
}
