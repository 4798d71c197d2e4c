import { setTimeout } from 'node:timers/promises';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { backOff } from '@app/workers';
import {
  mayPass,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import { furtherOf, isBehind, type Position } from '../position.js';
import { Trouble } from '../trouble.js';
import { untilAborted } from '../until-aborted.js';
import { type Connection } from './connection.js';
import { checkpointOf, eventOf } from './event-mapping.js';
import { EventReader, WINDOW } from './event-reader.js';
import { type Purpose } from './failure.js';
import { Messages } from './messages.js';
import { subscription } from './requests.js';

/**
 * How long a subscription is kept that was told "nothing yet", in ms. That is the highest of all positions, and the server
 * sends no checkpoint below one that it has sent: such a subscription never hears how far it is.
 */
const BLIND_MS = 5_000;

/** Follows the log from a position on; a subscription that ends or fails is taken up again where it was. */
export async function* subscribe(
  connection: Connection,
  { after, streamPrefixes, maxBatch = 500, beforeConnecting, onTrouble, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionBatch> {
  const { timeoutMs, requiresLeader } = connection;
  const purpose: Purpose = { right: 'read', stream: '$all', timeoutMs };
  const reader = new EventReader(connection);
  const trouble = new Trouble(onTrouble);
  let position = after;
  // A checkpoint may stand where an event is still to come, so only an event tells that another is a repetition.
  let given = after;
  for (let failures = 0; !signal.aborted; failures++) {
    let messages: Messages | undefined;
    const stop = () => messages?.end();
    signal.addEventListener('abort', stop);
    try {
      const link = await untilAborted(connection.current(), signal);
      if (beforeConnecting) await untilAborted(beforeConnecting(), signal);
      // A node that is not the leader may just be late.
      const head = position && requiresLeader ? await untilAborted(reader.head(), signal) : undefined;
      if (!link || signal.aborted) return;
      if (head && position && isBehind(position, head)) position = given = head;
      const request = subscription(position, streamPrefixes, WINDOW);
      messages = new Messages(link, request, { requiresLeader, ahead: maxBatch });
      const source = messages;
      const next = (ms?: number) => connection.callOn(link, purpose, () => source.next(ms));
      let live = false;
      let blind: Promise<undefined> | undefined;
      // The first message confirms the subscription; later ones come when there is something to tell.
      for (
        let message = await next(timeoutMs);
        message;
        message = await (blind ? Promise.race([next(), blind]) : next())
      ) {
        failures = 0;
        trouble.is(undefined);
        const { reported, events, nothingYet, ...batch } = gather(message, source, given, maxBatch);
        if (nothingYet) blind ??= setTimeout(BLIND_MS, undefined, { ref: false });
        given = events.at(-1)?.position ?? given;
        position = furtherOf(batch.position, position);
        live ||= batch.live;
        if (reported) yield { events, position, caughtUp: live && source.empty };
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!mayPass(error)) throw error;
      trouble.is(error);
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
    await backOff(failures + 1, signal);
  }
}

/** What has come by now, at most `maxBatch` events; those that were given before are left out. */
function gather(first: streams.ReadResp, source: Messages, given: Position | undefined, maxBatch: number) {
  const events: RecordedEvent[] = [];
  let position: Position | undefined;
  let live = false;
  let reported = false;
  let nothingYet = false;
  for (
    let message: streams.ReadResp | undefined = first;
    message;
    message = events.length < maxBatch ? source.ready() : undefined
  ) {
    const event = eventOf(message);
    if (event && isBehind(event.position, given)) events.push(event);
    position = furtherOf(event?.position ?? checkpointOf(message), position);
    nothingYet ||= message.hasCheckpoint() && !checkpointOf(message);
    live ||= message.hasCaughtUp();
    reported ||= event !== undefined || message.hasCaughtUp() || message.hasCheckpoint();
  }
  return { events, position, live, reported, nothingYet };
}
