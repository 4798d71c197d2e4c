import { createOrderExample } from '../commands/routes/placement.js';
import { type apiUnderTest, unique } from './api-under-test.js';

export type Api = Awaited<ReturnType<typeof apiUnderTest>>;

export interface MadeOrder {
  readonly id: string;
  readonly path: string;
  readonly buyer: string;
  readonly seller: string;
}

/** A new order of a buyer and a seller who have no other. */
export async function placeOrder(api: Api, changes: object = {}): Promise<MadeOrder> {
  const [buyerId, sellerId] = [unique('buyer'), unique('seller')];
  const { status, body } = await api.post('/orders', {
    ...createOrderExample,
    buyerId,
    sellerId,
    ...changes,
  });
  if (status !== 201) throw new Error(`The order was answered ${status}: ${JSON.stringify(body)}`);
  const id = body.orderId as string;
  return { id, path: `/orders/${id}`, buyer: `buyer:${buyerId}`, seller: `seller:${sellerId}` };
}

/** Takes the order on with the commands, each of which has to be accepted. */
export async function take(
  api: Api,
  order: MadeOrder,
  ...commands: [name: string, body?: object][]
): Promise<void> {
  for (const [name, body] of commands) {
    const answer = await api.post(`${order.path}/${name}`, body);
    if (answer.status !== 200) throw new Error(`${name} was answered ${answer.status}: ${answer.text}`);
  }
}
