import { type ClaimKind, claimKinds } from '@app/ordering';
import { Id, Note, OneOf } from '../../fields/text-fields.js';
import { Amount, Flag, Links, ListOf } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { UnitsDto } from './order-terms.dto.js';

/** A buyer's complaint. */
export class OpenClaimDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  claimId?: string;

  @OneOf(claimKinds)
  kind: ClaimKind;

  @Id({ optional: true, description: 'The package that has not come: needed with `not-received`.' })
  packageId?: string;

  @ListOf(() => UnitsDto, { optional: true, description: 'The units: needed with the other kinds.' })
  units?: UnitsDto[];

  @Note({ optional: true })
  note?: string;

  @Links(10, { optional: true, description: 'Pictures or videos.' })
  evidence?: string[];
}

/** The seller's answer to a claim. */
export class AnswerClaimDto {
  @Id({ description: "As the order's detail lists it under its claims." })
  claimId: string;

  @Flag({ description: 'Whether the seller gives in; then the units are refunded at once.' })
  accept: boolean;

  @Note({ optional: true, description: 'Told to the buyer.' })
  note?: string;
}

/** A disputed claim that the platform is to decide. */
export class EscalateClaimDto {
  @Id()
  claimId: string;
}

/** A claim that the buyer no longer makes. */
export class WithdrawClaimDto {
  @Id({ description: "As the order's detail lists it under its claims." })
  claimId: string;
}

/** The platform's decision of a claim. */
export class ResolveClaimDto {
  @Id()
  claimId: string;

  @OneOf(['buyer', 'seller'], { description: 'For the buyer: the units are refunded at once.' })
  resolvedFor: 'buyer' | 'seller';

  @ListOf(() => UnitsDto, { optional: true, description: 'For the buyer, but for these units alone.' })
  units?: UnitsDto[];

  @Amount({
    optional: true,
    description: 'For the buyer, who keeps the units: so much goes back, in minor units.',
  })
  amount?: number;

  @Note({ optional: true, description: 'Told to both.' })
  note?: string;
}

/** The buyer's appeal against a decision. */
export class AppealClaimDto {
  @Id({ description: "As the order's detail lists it under its claims." })
  claimId: string;

  @Note({ optional: true, description: 'Why the decision should be another one.' })
  note?: string;
}

/** Something did not come, or came damaged or wrong. */
export const claims = routes({
  'open-claim': {
    summary: 'Claim that something did not come, or came damaged or wrong',
    description:
      'The order is not completed as long as a claim is open. Each unit is in one return or claim at a time.',
    body: OpenClaimDto,
    example: {
      claimId: 'CLAIM-1',
      kind: 'damaged',
      units: [{ lineId: 'line-2', quantity: 1 }],
      note: 'The jar came broken.',
      evidence: ['https://media.example.com/claims/jar.jpg'],
    },
    defaults: () => ({ evidence: [] }),
  },
  'answer-claim': {
    summary: 'Accept or dispute a claim',
    description: 'Within two working days; then the platform has to decide.',
    body: AnswerClaimDto,
    example: {
      claimId: 'CLAIM-1',
      accept: false,
      note: 'It left us in one piece.',
    },
  },
  'escalate-claim': {
    summary: 'Ask the platform to decide a disputed claim',
    description: 'Within seven days after the seller disputed it; then it ends for the seller.',
    body: EscalateClaimDto,
    example: { claimId: 'CLAIM-1' },
  },
  'withdraw-claim': {
    summary: 'Take back a claim',
    description:
      'As long as it is not decided. The units are free for a return or another claim. The example takes back that of ' +
      '`open-claim`.',
    body: WithdrawClaimDto,
    example: { claimId: 'CLAIM-1' },
  },
  'resolve-claim': {
    summary: 'Decide a claim',
    description:
      'What is granted is refunded at once. Where the goods have come, a part can be granted: some of the units, or an ' +
      'amount up to what they are worth.',
    body: ResolveClaimDto,
    example: { claimId: 'CLAIM-1', resolvedFor: 'buyer', amount: 100 },
  },
  'appeal-claim': {
    summary: 'Appeal against the decision of a claim',
    description:
      'Once for each claim, where the platform granted nothing or only a part, within the `appealDays` of the policy. ' +
      'The platform decides again in its usual time; what was granted stays so. Sellers have no appeal: what they ' +
      'lost has gone back to the buyer.',
    body: AppealClaimDto,
    example: { claimId: 'CLAIM-1', note: 'The whole jar is useless.' },
  },
});
