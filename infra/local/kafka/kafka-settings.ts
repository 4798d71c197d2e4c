/** Where the broker listens on loopback: for clients, and for itself as its own controller. */
export interface KafkaPorts {
  readonly clients: number;
  readonly controller: number;
}

/** A listener beside the others for clients that show a certificate and log in (SASL_SSL, PLAIN or SCRAM-SHA-256). */
export interface SecureListener {
  readonly port: number;
  /** Files (PEM): the broker's key and certificate, and the certificates that clients' own are checked against. */
  readonly keystore: string;
  readonly truststore: string;
  readonly user: string;
  readonly password: string;
}

/** Settings of a single broker without ZooKeeper (KRaft): https://kafka.apache.org/documentation/#brokerconfigs */
export function kafkaSettings(
  dataDir: string,
  { clients, controller }: KafkaPorts,
  secure?: SecureListener,
): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    listeners:
      `PLAINTEXT://127.0.0.1:${clients},CONTROLLER://127.0.0.1:${controller}` +
      (secure ? `,SASL_SSL://127.0.0.1:${secure.port}` : ''),
    'log.dirs': dataDir,
    'auto.create.topics.enable': false,
    // The internal topics would otherwise wait for three brokers.
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.num.partitions': 4,
    // A broker that was killed can start again only when the controller has given up its earlier run.
    'broker.session.timeout.ms': 4_000,
    'broker.heartbeat.interval.ms': 1_000,
    // Otherwise the first consumer of a group waits three seconds for others.
    'group.initial.rebalance.delay.ms': 0,
    ...(secure && secureSettings(secure)),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const secureSettings = ({
  keystore,
  truststore,
  user,
  password,
}: SecureListener): Record<string, string> => ({
  'ssl.keystore.type': 'PEM',
  'ssl.keystore.location': keystore,
  'ssl.truststore.type': 'PEM',
  'ssl.truststore.location': truststore,
  'listener.name.sasl_ssl.ssl.client.auth': 'required',
  'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256',
  'listener.name.sasl_ssl.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${user}="${password}";`,
  'listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config':
    'org.apache.kafka.common.security.scram.ScramLoginModule required;',
});

/** The ports in a text of `kafkaSettings`. */
export function portsIn(settings: string): KafkaPorts | undefined {
  const [, clients, controller] =
    /^listeners=PLAINTEXT:[^,]*:(\d+),CONTROLLER:[^,]*:(\d+)/m.exec(settings) ?? [];
  return clients && controller ? { clients: Number(clients), controller: Number(controller) } : undefined;
}
