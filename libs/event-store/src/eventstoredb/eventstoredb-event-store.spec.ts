import { afterAll, beforeAll } from '@jest/globals';
import { describeEventStore } from '../testing/event-store.contract.js';
import { operatorOf } from '../testing/stream-operator.js';
import { describeSubscriptions } from '../testing/subscription.contract.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

let test: TestNode;
let store: EventStoreDbEventStore;
beforeAll(async () => {
  test = await testNode();
  store = new EventStoreDbEventStore(test.node.connectionString);
});
afterAll(async () => {
  await store.close();
  await test.close();
});

const operator = () => operatorOf(test.store);
describeEventStore('EventStoreDbEventStore', () => store, operator);
describeSubscriptions('EventStoreDbEventStore', () => store, operator);
