import { type CommandAnswer } from '@app/order-log';
import { type ShownTracking } from '@app/tracking';
import { moneyText } from '@app/words';
import { type ListedOrderDto, type OrderPageDto } from '../../order-api/src/lists/listed-order.dto.js';
import { type NoticePageDto } from '../../order-api/src/notices/notice-page.dto.js';
import { type WalkthroughStep } from './walkthrough.js';

/** What an answer says, in lines for a person. */
export function describeAnswer({ method, path }: WalkthroughStep, answer: unknown): string[] {
  if (method === 'POST') return commandLines(answer as CommandAnswer);
  if (path.endsWith('/orders')) return (answer as OrderPageDto).items.map(orderLine);
  if (path.endsWith('/notices')) return (answer as NoticePageDto).items.map(noticeLine);
  return (answer as ShownTracking).packages.flatMap(packageLines);
}

const commandLines = ({ orderId, revision, status, allowedCommands }: CommandAnswer): string[] => [
  `order ${orderId} is ${status} (revision ${revision})`,
  `next: ${allowedCommands.join(', ') || 'nothing is left to do'}`,
];

function orderLine({ placedAt, label, summary, total, currency }: ListedOrderDto): string {
  const items = summary.items.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ');
  return `${placedAt.slice(0, 10)}  ${label}: ${items}, ${moneyText(total, currency)}`;
}

const noticeLine = ({ title, body }: NoticePageDto['items'][number]): string => `${title}: ${body}`;

const packageLines = ({
  packageId,
  carrierName,
  trackingNumber,
  scans,
}: ShownTracking['packages'][number]): string[] => [
  `package ${packageId}, ${carrierName} ${trackingNumber}`,
  ...scans.map(({ at, description }) => `  ${at}  ${description}`),
];
