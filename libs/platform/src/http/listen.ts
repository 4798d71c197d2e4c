import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCode } from '../error-code.js';
import { type Settings } from '../settings/settings.js';
import { StartError } from '../run.js';

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
    const code = errorCode(error);
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${PORT} of ${HOST} is in use; set PORT to another one, or to 0 for a free one.`,
      );
    if (code === 'EACCES')
      throw new StartError(
        `Port ${PORT} of ${HOST} may not be used by this user; set PORT to one above 1023.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST is ${HOST}, which is no address of this machine; set it to one that is.`);
    throw error;
  }
}
