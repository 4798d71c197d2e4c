import { noticesConsumer } from '@app/notices';
import { type StatusConsumer } from '@app/status-events';
import { trackingConsumer } from '@app/tracking';
import { webhooksConsumer } from '@app/webhooks';
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-codes.js';
import { followers } from './streams.js';

const consumers: readonly StatusConsumer[] = [noticesConsumer, trackingConsumer, webhooksConsumer];

/** The consumer of that group. Refuses another name as wrong usage. */
export function consumerOf(group: string): StatusConsumer {
  checkGroup(group);
  return consumers.find((known) => known.group === group)!;
}

/** Whether it is a follower of the log, rather than a consumer group, that is named. Refuses another name as wrong usage. */
export const isFollower = (group: string | undefined): group is string =>
  group !== undefined && followers.includes(checkGroup(group));

function checkGroup(group: string): string {
  const known = [...consumers.map((consumer) => consumer.group), ...followers];
  if (known.includes(group)) return group;
  throw new CommandFailure(
    `There is no group "${group}": one of ${known.join(', ')} is expected.`,
    exitCodes.wrongUsage,
  );
}

/**
 * The group that is meant: the one asked for, or the only one that has any of what was found of an order. Throws a
 * CommandFailure when nothing was found, and when several have some.
 */
export function groupOf(
  orderId: string,
  found: readonly { readonly group: string }[],
  asked: string | undefined,
): string {
  if (asked !== undefined) consumerOf(asked);
  const groups = [...new Set(found.map(({ group }) => group))].filter((group) => group === (asked ?? group));
  if (groups.length > 1)
    throw new CommandFailure(
      `Order ${orderId} is parked by ${groups.join(' and ')}: say by --group which one is meant.`,
      exitCodes.wrongUsage,
    );
  const [group] = groups;
  if (group !== undefined) return group;
  throw new CommandFailure(
    `Nothing of order ${orderId} is parked${asked === undefined ? '' : ` by ${asked}`}; "parked list" names the orders that are.`,
  );
}
