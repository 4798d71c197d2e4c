import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import fc from 'fast-check';
import {
  cancellationReasons,
  delayCauses,
  delayOfferKinds,
  changeRejections,
  claimKinds,
  orderStatuses,
  parties,
  paymentMethods,
  refundFailures,
  refundReasons,
  returnReasons,
  shippingMethods,
  timerNames,
} from '@app/ordering';
import { toDeadLetter } from '../consumer/dead-letter.js';
import { type ParkedRecord, parkingReasons } from '../consumer/parked-record.js';
import { consumed } from '../testing/consumed.js';
import { anyHistory, histories } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { type StatusEvent } from './status-event.js';
import { statusEventTypes } from './status-event-types.js';
import { toRecord } from './status-record.codec.js';

const published = readFileSync(
  new URL('../../../../docs/status-events/asyncapi.json', import.meta.url),
  'utf8',
);

/** Readers ignore fields that they do not know; here, a field that the document does not name is a leak. */
const strict = JSON.parse(published, (key, value) =>
  value?.type === 'object' && key !== 'Order' ? { ...value, unevaluatedProperties: false } : value,
);
const messages: { name: string; payload: { $ref: string } }[] = Object.values(strict.components.messages);
const { schemas } = strict.components;

const ajv = new Ajv2019({ strict: false, validateFormats: false });
ajv.addSchema(strict, 'contract');
const problemsWith = (schema: string, value: unknown) => {
  const validate = ajv.getSchema(`contract${schema}`)!;
  return validate(value) ? [] : validate.errors;
};

function expectToFollowTheContract(event: StatusEvent): void {
  const { headers, value } = toRecord(event);
  const { payload } = messages.find((message) => message.name === event.type)!;
  expect(problemsWith('#/components/schemas/Headers', headers)).toEqual([]);
  expect(problemsWith(payload.$ref, JSON.parse(value))).toEqual([]);
}

describe('the published AsyncAPI document', () => {
  it('has a message for every type, and no other', () => {
    expect(messages.map((message) => message.name)).toEqual(Object.values(statusEventTypes));
    expect(Object.values(strict.channels.orderStatus.messages)).toEqual(
      Object.keys(strict.components.messages).map((name) => ({ $ref: `#/components/messages/${name}` })),
    );
  });

  it('names the same values as the domain', () => {
    expect(schemas.Status.properties.status.enum).toEqual(orderStatuses);
    expect(schemas.CancellationReason.enum).toEqual(cancellationReasons);
    expect(schemas.ChangeRejection.enum).toEqual(changeRejections);
    expect(schemas.RefundReason.enum).toEqual(refundReasons);
    expect(schemas.ReturnReason.enum).toEqual(returnReasons);
    expect(schemas.DelayCause.enum).toEqual(delayCauses);
    expect(schemas.DelayOffer.properties.kind.enum).toEqual(delayOfferKinds);
    expect(schemas.Party.enum).toEqual(parties);
    expect(schemas.ClaimKind.enum).toEqual(claimKinds);
    expect(schemas.RefundReason.enum).toEqual(refundReasons);
    expect(schemas.RefundFailure.enum).toEqual(refundFailures);
    expect(schemas.PaymentMethod.enum).toEqual(paymentMethods);
    expect(schemas.Timer.enum).toEqual(timerNames);
    expect(schemas.ArrangedPackage.properties.method.enum).toEqual(shippingMethods);
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
    expect(problemsWith('#/components/schemas/Placed', { ...data, note: 'hello' })).not.toEqual([]);
    expect(
      problemsWith('#/components/schemas/Placed', { ...data, change: { ...data.change, recipient: 'Ana' } }),
    ).not.toEqual([]);
    expect(problemsWith('#/components/schemas/Placed', { ...data, after: undefined })).not.toEqual([]);
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
    expect(schemas.DeadLetterHeaders.properties.dlq_reason.enum).toEqual(parkingReasons);
    const named = Object.keys(schemas.DeadLetterHeaders.properties);
    expect(Object.keys(headersOf({ headers: {} })).sort()).toEqual(named.sort());
    expect(problemsWith(schema, { ...headersOf({}), dlq_topic: undefined })).not.toEqual([]);
  });

  it('promises that nothing a person wrote, and no address, leaves the order', () => {
    const told = Object.values(histories).flatMap((history) =>
      statusEventsOf(history).map((event) => toRecord(event).value),
    );
    expect(told.join()).not.toMatch(/Elm Street|Main St|Ana|Bandung|Jakarta|Batik|pictures\.example|SORRY-5/);
  });
});
