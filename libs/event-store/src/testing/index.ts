/** What other libraries' tests use of this one's helpers. */
export { withAccessControl } from './access-control.js';
export { damages, setMetadata } from './damages.js';
export { changesOf, type Schema } from './event-schemas.js';
export { describeEventShapes } from './event-shapes.js';
export { describeEventStore } from './event-store.contract.js';
export { appendNext, collect, collectFollowed, idsOf, jsonEvent, jsonEvents } from './events.js';
export { fakeCluster, type FakeCluster } from './fake-cluster.js';
export { fakeServerOf } from './fake-server.js';
export { asEventStore, countingStore, MemoryEventStore } from './memory-event-store.js';
export { operatorAt, type StreamOperator } from './stream-operator.js';
export { describeSubscriptions } from './subscription.contract.js';
export { tcpProxy, type TcpProxy } from './tcp-proxy.js';
export { testNode, type TestNode } from './test-node.js';
