import { type RefundCase } from '../order.js';
import { type ProviderSaid } from '../payment/payment-name.js';

/**
 * Whether a provider says something new of a share. What it has said already is not, however often it comes; nor is,
 * where the provider's clock is known, what was so before the last that it said.
 */
export function isNews(
  { settlements = [], failures, reportedAt }: RefundCase,
  outcome: 'settled' | 'failed',
  { reference, happenedAt }: ProviderSaid,
): boolean {
  const said = (outcome === 'settled' ? settlements : failures).includes(reference);
  if (happenedAt === undefined || reportedAt === undefined) return !said;
  const later = Date.parse(happenedAt) - Date.parse(reportedAt);
  return later > 0 || (later === 0 && !said);
}
