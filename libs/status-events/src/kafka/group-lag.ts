import { type Admin } from 'kafkajs';

/**
 * Number of offsets up to where consumers see the topic that the group has not committed. As in Kafka's own tools,
 * the marks that end transactions (one per batch and partition) and aborted records count as well.
 */
export async function groupLag(admin: Admin, topic: string, group: string): Promise<number> {
  // The commits first: what is committed in between must not count as more than there is.
  const [commits] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
  const ends = await admin.fetchTopicOffsets(topic);
  return ends.reduce((sum, { partition, low, high }) => {
    // Negative where the group has committed nothing yet.
    const next = commits!.partitions.find((commit) => commit.partition === partition)!.offset;
    return sum + Number(high) - Math.max(Number(low), Number(next));
  }, 0);
}
