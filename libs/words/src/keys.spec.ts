import { readdir, readFile } from 'node:fs/promises';
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, it } from '@jest/globals';
import { sendingRefusals } from '@app/order-log';
import {
  buyerTabs,
  cancellationReasons,
  claimKinds,
  couponRefusals,
  delayCauses,
  feeCodes,
  orderStatuses,
  paymentMethods,
  publicEvents,
  refundReasons,
  refusals,
  returnReasons,
  roles,
  sellerTabs,
} from '@app/ordering';
import { policyRefusals } from '@app/seller-policies';
import { catalogue, isKey } from './catalogue.js';
import { languages } from './language.js';
import { argumentsOf } from './text.js';

const readers = ['buyer', 'seller'] as const;
const events = Object.values(publicEvents);
const spoken = (family: string, codes: readonly string[]) =>
  codes.filter((code) => code !== 'other').map((code) => `${family}.${code}`);

/** The codes of refusals, with the values that each gives to its sentence. */
const refused = [refusals, couponRefusals, policyRefusals, sendingRefusals].flatMap((table) =>
  Object.entries<readonly string[]>(table),
);

/** The keys that follow from what the domain has. */
const derived = [
  ...orderStatuses.flatMap((status) => readers.map((reader) => `status.${status}.${reader}`)),
  ...['all', ...buyerTabs].map((tab) => `tab.buyer.${tab}`),
  ...['all', ...sellerTabs].map((tab) => `tab.seller.${tab}`),
  ...events.flatMap(({ name }) => readers.map((reader) => `timeline.${name}.${reader}`)),
  ...[...events, { name: 'new-order', noticeTo: ['seller'] }].flatMap(({ name, noticeTo }) =>
    noticeTo.flatMap((reader) => [`notice.${name}.${reader}.title`, `notice.${name}.${reader}.body`]),
  ),
  ...feeCodes.map((code) => `fee.${code}`),
  ...readers.map((reader) => `notice.heading.${reader}`),
  ...spoken('reason', [...cancellationReasons, ...claimKinds, ...refundReasons, ...returnReasons]),
  ...spoken('delay-cause', delayCauses),
  ...spoken('payment-method', paymentMethods),
  ...[...roles, 'timer'].map((role) => `role.${role}`),
  ...refused.map(([code]) => `problem.${code}`),
];

/** Carriers have codes of their own; these are the common ones. */
const isScan = (key: string): boolean => key.startsWith('scan.');

/** By the status of the HTTP answer. */
const isTitle = (key: string): boolean => key.startsWith('title.');

it('has a message for everything that the domain has', () =>
  expect(derived.filter((key) => !Object.hasOwn(catalogue.en, key))).toEqual([]));

it.each(languages)('names in %s exactly what each refusal gives', (language) =>
  expect(
    refused.map(([code]) => {
      const key = `problem.${code}`;
      return [code, isKey(key) && argumentsOf(parse(catalogue[language][key], { ignoreTag: true })).sort()];
    }),
  ).toEqual(refused),
);

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
  // A problem is named by its code, the form of a field by its name.
  const named = (key: string): boolean => source.includes(`'${key.replace(/^(problem|form)\./, '')}'`);
  expect(
    Object.keys(catalogue.en).filter(
      (key) => !needed.has(key) && !isScan(key) && !isTitle(key) && !named(key),
    ),
  ).toEqual([]);
});
