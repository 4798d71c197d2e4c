import {
  type CaseLife,
  claimLife,
  commandTable,
  type CommandType,
  lifecycle,
  type OrderStatus,
  orderStatuses,
  packageLife,
  refundLife,
  returnLife,
  rolesFor,
  type TimerName,
  timerNames,
} from '@app/ordering';
import { english, text } from '@app/words';

const introduction = `# The life of an order

One order is of one buyer and one seller. A checkout over several sellers makes one order for each, joined by
\`checkoutId\`. What became of each line's units is the truth; the status is derived from it and never set. Packages,
changes, cancellations, returns, claims and refunds live inside the order, each with an id and a small life of its own.

This page is what \`npm run --silent orders -- lifecycle\` prints out of the rules themselves; a test holds it to them.
`;

/** docs/domain.md: statuses, commands, turns and timers as the domain has them. */
export const domainGuide = (): string =>
  [introduction, statuses(), diagram(), commands(), turns(), timers()].join('\n');

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (...rows: readonly (readonly string[])[]): string =>
  [row(...rows[0]!), row(...rows[0]!.map(() => '---')), ...rows.slice(1).map((cells) => row(...cells))].join(
    '\n',
  );

const statuses = (): string =>
  `## Statuses\n\n${table(
    [
      'status',
      'a buyer reads',
      "in the buyer's tab",
      'a seller reads',
      "in the seller's tab",
      "marketplaces' own name",
    ],
    ...orderStatuses.map((status) => {
      const { buyerTab, sellerTab, marketplaceName } = lifecycle[status];
      const label = (role: 'buyer' | 'seller') => text(english, `status.${status}.${role}`);
      const seller = sellerTab === undefined ? ['–', '–'] : [label('seller'), sellerTab];
      return [status, label('buyer'), buyerTab, ...seller, marketplaceName];
    }),
  )}\n`;

const types = Object.keys(commandTable) as (keyof typeof commandTable)[];

/** Where a command leads from a status; nowhere where it is refused. */
function targets(type: keyof typeof commandTable, status: OrderStatus): readonly OrderStatus[] {
  const rule = commandTable[type].in[status];
  return 'to' in rule ? rule.to : [];
}

/** Commands that lead to another status; what else they do leaves the status as it is. */
function diagram(): string {
  const ways = orderStatuses.flatMap((from) =>
    orderStatuses
      .filter((to) => to !== from)
      .map((to) => ({ from, to, by: types.filter((type) => targets(type, from).includes(to)) }))
      .filter(({ by }) => by.length > 0),
  );
  return [
    '## From status to status\n',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${orderStatuses[0]}: create`,
    ...ways.map(({ from, to, by }) => `  ${from} --> ${to}: ${by.join(', ')}`),
    '```\n',
  ].join('\n');
}

/** In which status each command does something; elsewhere it is refused with a code. */
const commands = (): string =>
  `## Commands\n\nWhere a cell is empty, the command is refused with a code and appends nothing. A service may issue every\ncommand, for anyone.\n\n${table(
    ['command', 'who', ...orderStatuses],
    ['`create`', whoMay('create'), ...orderStatuses.map(() => '')],
    ...types.map((type) => [
      `\`${type}\``,
      whoMay(type),
      ...orderStatuses.map((status) => (targets(type, status).length > 0 ? '●' : '')),
    ]),
  )}\n`;

const whoMay = (type: CommandType): string =>
  rolesFor(type)
    .filter((role) => role !== 'service')
    .join(', ') || 'service';

const lives: readonly (readonly [name: string, life: CaseLife<string>])[] = [
  ['package', packageLife],
  ['return', returnLife],
  ['claim', claimLife],
  ['refund', refundLife],
];

/** Who ends each state: whoever is asked, a timer, or nobody, because it is an end. */
const turns = (): string =>
  `## Whose turn it is\n\nWhat waits for somebody ends: somebody is asked for it, and a timer goes on where nobody answers. Where no timer is\nnamed, the platform or a payment provider is asked.\n\n${table(
    ['what', 'state', 'waits for', 'or for the timer', 'what can happen'],
    ...lives.flatMap(([name, life]) =>
      Object.entries(life).map(([state, { waitsFor, timer, on }]) => [
        name,
        state,
        waitsFor ?? 'nobody',
        timer === undefined ? '' : `\`${timer}\``,
        Object.keys(on).join(', '),
      ]),
    ),
  )}\n`;

const timerMeanings: Readonly<Record<TimerName, string>> = {
  'unpaid-expiry': 'an order that is not paid in time is cancelled',
  hold: "the buyer's time to cancel freely after payment ends, and the order goes on to the seller",
  'auto-confirm': 'an order is confirmed by itself, where the seller wants that',
  'answer-cancellation': 'a request to cancel that the seller does not answer is granted',
  'change-expiry': 'a change is not made that the seller does not answer or the buyer does not pay',
  'ship-by': 'an order that was not sent in time is flagged as late',
  'late-cancel': 'what was still not sent is cancelled',
  'package-overdue': 'a package that nobody reports on is flagged, and buyer and seller are asked',
  'package-lost': 'what was still not heard of counts as lost, on its way to the buyer or back to the seller',
  'auto-complete': 'a delivered order completes when the buyer says nothing, and not while a claim is open',
  'answer-return': 'a request to return that the seller does not answer is granted',
  'answer-offer': 'an offer that the buyer does not answer lapses: the units may be sent back',
  'ship-back': 'a return ends when nothing is sent back',
  'confirm-return-receipt': 'what was sent back counts as received, and is refunded',
  'answer-claim': 'a claim that the seller does not answer goes to the platform',
  'escalate-claim': 'a disputed claim that the buyer lets rest ends for the seller',
  'decide-claim': 'a claim that the platform does not decide is granted',
  'refund-retry': 'a refund that failed is tried again',
  'refund-account': 'a refund whose buyer names no account for it is handed to a person',
};

const timers = (): string =>
  `## Timers\n\nHow long each runs is in the policy of the seller that the order was placed under. Its firing is an event that names\nit; a timer that fell due fires before any later command is decided.\n\n${table(
    ['timer', 'what happens when it has run out'],
    ...timerNames.map((timer) => [`\`${timer}\``, timerMeanings[timer]]),
  )}\n`;
