import { expect, it } from '@jest/globals';
import { positionAt, StreamDamaged, understood } from '@app/event-store';
import { jsonEvent } from '@app/event-store/testing';
import { policyResource } from './policy-resource.js';

it('has a policy in which somebody else has written set aside', () => {
  const foreign = {
    ...jsonEvent(),
    stream: 'policy-toko-batik',
    revision: 0,
    position: positionAt(1n),
    created: new Date(),
  };
  expect(() => understood(foreign, (recorded) => policyResource.reservationIn(recorded))).toThrow(
    StreamDamaged,
  );
});
