import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import {
  buyerTabs,
  cancellationReasons,
  claimKinds,
  delayCauses,
  orderStatuses,
  paymentMethods,
  publicEvents,
  refundReasons,
  returnReasons,
  sellerTabs,
} from '@app/ordering';
import { catalogue } from './catalogue.js';

const readers = ['buyer', 'seller'] as const;
const events = Object.values(publicEvents);
const spoken = (family: string, codes: readonly string[]) =>
  codes.filter((code) => code !== 'other').map((code) => `${family}.${code}`);

/** The keys that follow from what the domain has. */
const derived = [
  ...orderStatuses.flatMap((status) => readers.map((reader) => `status.${status}.${reader}`)),
  ...['all', ...buyerTabs].map((tab) => `tab.buyer.${tab}`),
  ...['all', ...sellerTabs].map((tab) => `tab.seller.${tab}`),
  ...events.flatMap(({ name }) => readers.map((reader) => `timeline.${name}.${reader}`)),
  ...[...events, { name: 'new-order', noticeTo: ['seller'] }].flatMap(({ name, noticeTo }) =>
    noticeTo.flatMap((reader) => [`notice.${name}.${reader}.title`, `notice.${name}.${reader}.body`]),
  ),
  ...readers.map((reader) => `notice.heading.${reader}`),
  ...spoken('reason', [...cancellationReasons, ...claimKinds, ...refundReasons, ...returnReasons]),
  ...spoken('delay-cause', delayCauses),
  ...spoken('payment-method', paymentMethods),
];

/** Carriers have codes of their own; these are the common ones. */
const isScan = (key: string): boolean => key.startsWith('scan.');

it('has a message for everything that the domain has', () =>
  expect(derived.filter((key) => !Object.hasOwn(catalogue.en, key))).toEqual([]));

it('has no message that nothing needs', async () => {
  const root = new URL('../../../', import.meta.url);
  const files = (
    await Promise.all(
      ['libs', 'apps'].map((folder) =>
        readdir(new URL(folder, root), { recursive: true, withFileTypes: true }),
      ),
    )
  )
    .flat()
    .filter(
      ({ name, parentPath }) => /(?<!\.spec)\.ts$/.test(name) && !/words\/src\/(en|id)$/.test(parentPath),
    );
  const source = (
    await Promise.all(files.map(({ name, parentPath }) => readFile(`${parentPath}/${name}`, 'utf8')))
  ).join();
  const needed = new Set(derived);
  const named = (key: string): boolean => source.includes(`'${key}'`);
  expect(Object.keys(catalogue.en).filter((key) => !needed.has(key) && !isScan(key) && !named(key))).toEqual(
    [],
  );
});
