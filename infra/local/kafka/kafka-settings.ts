/** Where the broker listens on loopback: for clients, and for itself as its own controller. */
export interface KafkaPorts {
  readonly clients: number;
  readonly controller: number;
}

/** Settings of a single broker without ZooKeeper (KRaft): https://kafka.apache.org/documentation/#brokerconfigs */
export function kafkaSettings(dataDir: string, { clients, controller }: KafkaPorts): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${clients},CONTROLLER://127.0.0.1:${controller}`,
    'log.dirs': dataDir,
    'auto.create.topics.enable': false,
    // The internal topics would otherwise wait for three brokers.
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'offsets.topic.num.partitions': 4,
    // Otherwise the first consumer of a group waits three seconds for others.
    'group.initial.rebalance.delay.ms': 0,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The ports in a text of `kafkaSettings`. */
export function portsIn(settings: string): KafkaPorts | undefined {
  const [, clients, controller] = /^listeners=PLAINTEXT:.*:(\d+),CONTROLLER:.*:(\d+)$/m.exec(settings) ?? [];
  return clients && controller ? { clients: Number(clients), controller: Number(controller) } : undefined;
}
