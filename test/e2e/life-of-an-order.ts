import { beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { type Answer, type System } from '../support/system.js';

interface Listed {
  items: { orderId: string; status: string; label: string; tab: string }[];
}
interface Notices {
  items: { orderId: string; kind: string; link: string }[];
}
interface Tracking {
  packages: { packageId: string; link?: string; scans: { code: string }[] }[];
}

interface Stock {
  variants: { onHand: number; held: number; available: number; short: number }[];
}

const commands = walkthrough.filter((step) => step.method === 'POST');

/** What everybody sees of an order, wherever the system runs and however many processes it has. */
export function describeLifeOfAnOrder(where: string, running: () => System): void {
  describe(`the life of an order in ${where}`, () => {
    let system: System;
    beforeAll(() => {
      system = running();
    });

    /** The commands of the walkthrough, for people of its own. */
    async function walk(buyer: string, seller: string, steps = commands) {
      const answers: Answer[] = [];
      let orderId = '';
      for (const { path, body } of steps) {
        const own = path === '/orders' ? { ...body, buyerId: buyer, sellerId: seller } : body;
        const answer = await system.call('POST', path.replace('$ORDER', orderId), { body: own });
        orderId ||= answer.body['orderId'] as string;
        answers.push(answer);
      }
      return { orderId, answers };
    }

    it('goes from creation to delivery, and everybody sees it', async () => {
      const [buyer, seller] = [system.name('buyer'), system.name('seller')];
      const { orderId, answers } = await walk(buyer, seller);
      expect(answers.map(({ status, body }) => [status, body['status']])).toEqual([
        [201, 'AwaitingPayment'],
        [200, 'AwaitingConfirmation'],
        [200, 'Confirmed'],
        [200, 'InTransit'],
        [200, 'Delivered'],
      ]);

      const list = (path: string, as: string) => async () =>
        (await system.call<Listed>('GET', path, { as })).body;
      const delivered = ({ items }: Listed) => items[0]?.status === 'Delivered';
      const ofBuyer = await untilAnswer(list(`/buyers/${buyer}/orders`, `buyer:${buyer}`), delivered);
      expect(ofBuyer.items).toMatchObject([{ orderId, label: 'Delivered', tab: 'received' }]);
      const ofSeller = await untilAnswer(list(`/sellers/${seller}/orders`, `seller:${seller}`), delivered);
      expect(ofSeller.items).toMatchObject([{ orderId, label: 'Delivered', tab: 'in-shipping' }]);

      const notices = async (path: string, as: string, last: string) => {
        const ask = async () => (await system.call<Notices>('GET', path, { as })).body;
        const { items } = await untilAnswer(ask, (page) => page.items[0]?.kind === last);
        expect(items.every(({ link }) => link === `/orders/${orderId}`)).toBe(true);
        return items.map(({ kind }) => kind).reverse();
      };
      expect(await notices(`/buyers/${buyer}/notices`, `buyer:${buyer}`, 'delivered')).toEqual([
        'placed',
        'payment-captured',
        'confirmed',
        'shipped',
        'delivered',
      ]);
      const toSeller = await notices(`/sellers/${seller}/notices`, `seller:${seller}`, 'delivered');
      expect(toSeller).toEqual(['new-order', 'confirmed', 'shipped', 'delivered']);

      const where = async () => (await system.call<Tracking>('GET', `/orders/${orderId}/tracking`)).body;
      const { packages } = await untilAnswer(where, (view) => view.packages[0]?.scans.length === 3);
      expect(packages[0]).toMatchObject({
        packageId: 'PKG-1',
        link: expect.stringContaining('00340434161094042557'),
        scans: [{ code: 'arranged' }, { code: 'shipped' }, { code: 'delivered' }],
      });
    });

    it('sells what a seller has in stock, and no more', async () => {
      const [first, second, seller] = [system.name('buyer'), system.name('buyer'), system.name('seller')];
      const path = `/sellers/${seller}/stock/batik-shirt`;
      const counted = { variant: 'L / indigo', onHand: 2 };
      expect(await system.call('PUT', path, { as: `seller:${seller}`, body: counted })).toMatchObject({
        status: 200,
      });
      const place = (buyer: string) => walk(buyer, seller, commands.slice(0, 1));
      const { orderId } = await place(first);
      const [refused] = (await place(second)).answers;
      expect(refused).toMatchObject({ status: 409, body: { code: 'out-of-stock' } });

      await system.call('POST', `/orders/${orderId}/cancel`, { body: { reason: 'changed-mind' } });
      const ask = async () => (await system.call<Stock>('GET', path)).body;
      await untilAnswer(ask, ({ variants }) => variants[0]?.available === 2);
      expect((await walk(second, seller)).answers.map(({ status }) => status)).toEqual([
        201, 200, 200, 200, 200,
      ]);
      const { variants } = await untilAnswer(ask, (stock) => stock.variants[0]?.held === 0);
      expect(variants).toMatchObject([{ onHand: 0, available: 0, short: 0 }]);
    });

    it('goes on where it was after the system has stopped and started', async () => {
      const [buyer, seller] = [system.name('buyer'), system.name('seller')];
      const { orderId } = await walk(buyer, seller, commands.slice(0, 3));
      await system.restart();
      const { path, body } = commands[3]!;
      const shipped = await system.call('POST', path.replace('$ORDER', orderId), { body });
      expect(shipped.body).toMatchObject({ status: 'InTransit', revision: 4 });

      const ask = async () => (await system.call<Notices>('GET', `/buyers/${buyer}/notices`)).body;
      const { items } = await untilAnswer(ask, (page) => page.items[0]?.kind === 'shipped');
      expect(items.map(({ kind }) => kind)).toEqual([...new Set(items.map(({ kind }) => kind))]);
    });
  });
}
