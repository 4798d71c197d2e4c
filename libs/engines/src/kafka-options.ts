import { readFileSync } from 'node:fs';
import { type SaslMechanism, type Settings, StartError } from '@app/platform';
import { type KafkaStatusLogOptions } from '@app/status-events';

type FileVariable = 'KAFKA_CA_FILE' | 'KAFKA_CERT_FILE' | 'KAFKA_KEY_FILE';

/** What the settings say of the topic and of the way to its brokers. Throws `StartError` when a file cannot be read. */
export function kafkaOptions(settings: Settings, brokers: readonly string[]): KafkaStatusLogOptions {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD } = settings;
  return {
    brokers,
    partitions: settings.KAFKA_PARTITIONS,
    replication: settings.KAFKA_REPLICATION,
    ssl: settings.KAFKA_TLS && {
      ca: contentOf(settings, 'KAFKA_CA_FILE'),
      cert: contentOf(settings, 'KAFKA_CERT_FILE'),
      key: contentOf(settings, 'KAFKA_KEY_FILE'),
    },
    sasl: mechanism && loginBy(mechanism, KAFKA_SASL_USERNAME!, KAFKA_SASL_PASSWORD!),
  };
}

const loginBy = (
  mechanism: SaslMechanism,
  username: string,
  password: string,
): KafkaStatusLogOptions['sasl'] =>
  // The client has a type for each mechanism.
  ({ mechanism, username, password }) as KafkaStatusLogOptions['sasl'];

function contentOf(settings: Settings, variable: FileVariable): string | undefined {
  const path = settings[variable];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartError(`The file that ${variable} names cannot be read: ${(error as Error).message}.`);
  }
}
