import { describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { StatusLogUnavailable } from '../status-log.port.js';
import { failureOf } from './kafka-failure.js';

const { KafkaJSConnectionError, KafkaJSNonRetriableError, KafkaJSProtocolError, KafkaJSTimeout } = kafkajs;

const refusal = (type: string, retriable: boolean): Error =>
  new KafkaJSProtocolError(Object.assign(new Error(`The broker says ${type}`), { type, retriable }));

/** As the client hands on an error after its own retries. */
const wrapped = (cause: Error): Error => Object.assign(new KafkaJSNonRetriableError(cause), { cause });

describe('a failure of Kafka', () => {
  it.each([
    ['no connection', new KafkaJSConnectionError('connect ECONNREFUSED')],
    ['a leader that is being chosen', refusal('NOT_LEADER_FOR_PARTITION', true)],
    ['no turn in time', Reflect.construct(KafkaJSTimeout, ['Timeout']) as Error],
    ['an identity that the broker has forgotten', refusal('UNKNOWN_PRODUCER_ID', false)],
  ])('may pass: %s', (_, error) => {
    for (const failure of [failureOf(error), failureOf(wrapped(error))]) {
      expect(failure).toBeInstanceOf(StatusLogUnavailable);
      expect((failure as Error).message).toContain(error.message);
    }
  });

  it('says so when another publisher has taken over', () => {
    const failure = failureOf(wrapped(refusal('INVALID_PRODUCER_EPOCH', false)));
    expect(failure).toBeInstanceOf(StatusLogUnavailable);
    expect((failure as Error).message).toMatch(/^Another publisher has taken over the topic/);
  });

  it.each([
    ['missing rights', refusal('TOPIC_AUTHORIZATION_FAILED', false)],
    ['a record that is too large', wrapped(refusal('MESSAGE_TOO_LARGE', false))],
    ['a bug', new TypeError('Cannot read properties of undefined')],
  ])('stays what it is: %s', (_, error) => {
    expect(failureOf(error)).toBe(error);
  });
});
