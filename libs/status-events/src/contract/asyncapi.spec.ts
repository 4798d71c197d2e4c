import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import fc from 'fast-check';
import { changesOf, type Schema } from '@app/event-store/testing';
import { toDeadLetter } from '../consumer/dead-letter.js';
import { type ParkedRecord } from '../consumer/parked-record.js';
import { anyHistory } from '../testing/any-history.js';
import { consumed } from '../testing/consumed.js';
import { histories } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { asyncApi } from './asyncapi.js';
import { type StatusEvent } from './status-event.js';
import { statusEventTypes } from './status-event-types.js';
import { toRecord } from './status-record.codec.js';

type Document = ReturnType<typeof asyncApi>;

const file = new URL('../../../../docs/status-events/asyncapi.json', import.meta.url);
const written = (document: Document): string => `${JSON.stringify(document, undefined, 2)}\n`;

/** Readers ignore fields that they do not know; here, a field that the document does not name is a leak. */
const strict = JSON.parse(written(asyncApi()), (key, value) =>
  value?.type === 'object' && key !== 'Order' ? { ...value, unevaluatedProperties: false } : value,
) as Document;
const messages = Object.entries(strict.components.messages);

const ajv = new Ajv2019({ strict: false, validateFormats: false });
ajv.addSchema(strict, 'contract');
const problemsWith = (schema: string, value: unknown) => {
  const validate = ajv.getSchema(`contract${schema}`)!;
  return validate(value) ? [] : validate.errors;
};

const payloadOf = (name: string): string => `#/components/messages/${name}/payload`;

function expectToFollowTheContract(event: StatusEvent): void {
  const { headers, value } = toRecord(event);
  const [name] = messages.find(([, message]) => message.name === event.type)!;
  expect(problemsWith('#/components/schemas/Headers', headers)).toEqual([]);
  expect(problemsWith(payloadOf(name), JSON.parse(value))).toEqual([]);
}

describe('the published AsyncAPI document', () => {
  it('is what was published, but for fields that may be missing', async () => {
    const published = JSON.parse(await readFile(file, 'utf8')) as Document;
    const now = asyncApi();
    const changes = Object.entries(published.components.messages).flatMap(([name, { payload }]) =>
      changesOf(payload as Schema, now.components.messages[name]?.payload as Schema | undefined, name),
    );
    expect(changes).toEqual([]);
    if (process.env.NEW_EVENTS === 'write') await writeFile(file, written(now));
    expect(await readFile(file, 'utf8')).toBe(written(now));
  });

  it('has a message for every type', () => {
    expect(messages.map(([, { name }]) => name)).toEqual(statusEventTypes);
  });

  it.each(Object.entries(histories))('describes every event of a history: %s', (_, history) => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    for (const event of statusEventsOf(history, { imported: true, traceparent }))
      expectToFollowTheContract(event);
  });

  it('describes every event of any history', () =>
    fc.assert(
      fc.property(anyHistory('o-1'), (history) => statusEventsOf(history).forEach(expectToFollowTheContract)),
      { numRuns: 200 },
    ));

  it('notices a field that it does not describe, and one that is missing', () => {
    const [event] = statusEventsOf(histories.neverPaidInTime);
    const data = JSON.parse(toRecord(event!).value);
    expect(problemsWith(payloadOf('placed'), { ...data, note: 'hello' })).not.toEqual([]);
    expect(
      problemsWith(payloadOf('placed'), { ...data, change: { ...data.change, recipient: 'Ana' } }),
    ).not.toEqual([]);
    expect(problemsWith(payloadOf('placed'), { ...data, after: undefined })).not.toEqual([]);
  });

  it('describes the headers of dead letters, also of such as follow no contract', () => {
    const headersOf = (parked: Partial<ParkedRecord>) => {
      const [record] = consumed(statusEventsOf(histories.neverPaidInTime));
      const facts = {
        group: 'g',
        orderId: 'o-1',
        reason: 'failed',
        error: 'e'.repeat(9_000),
        attempts: 3,
      } as const;
      return toDeadLetter({ ...record!, ...facts, parkedAt: new Date(), ...parked }, 'orders.status.v1')
        .headers;
    };
    const schema = '#/components/schemas/DeadLetterHeaders';
    expect(problemsWith(schema, headersOf({}))).toEqual([]);
    expect(problemsWith(schema, headersOf({ headers: { odd: '' } }))).toEqual([]);
    expect(headersOf({}).dlq_error).toHaveLength(2_000);
    const named = Object.keys(strict.components.schemas.DeadLetterHeaders.properties);
    expect(Object.keys(headersOf({ headers: {} })).sort()).toEqual(named.sort());
    expect(problemsWith(schema, { ...headersOf({}), dlq_topic: undefined })).not.toEqual([]);
  });

  it('promises that nothing a person wrote, and no address, leaves the order', () => {
    const published = Object.values(histories).flatMap((history) =>
      statusEventsOf(history).map((event) => toRecord(event).value),
    );
    expect(published.join()).not.toMatch(/Elm Street|Main St|Ana|Bandung|Jakarta|pictures\.example|SORRY-5/);
  });
});
