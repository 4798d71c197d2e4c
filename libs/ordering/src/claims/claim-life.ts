import { type CaseLife } from '../cases/case-life.js';

export const claimStates = ['opened', 'disputed', 'escalated', 'resolved', 'appealed', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

/**
 * A claim from its opening to its decision, unless the buyer withdraws it before. The platform may decide at any time;
 * a seller who accepts decides as well. Against its decision the buyer may appeal once.
 */
export const claimLife: CaseLife<ClaimState> = {
  opened: {
    waitsFor: 'seller',
    timer: 'answer-claim',
    on: {
      ClaimAnswered: 'disputed',
      ClaimEscalated: 'escalated',
      ClaimResolved: 'resolved',
      ClaimWithdrawn: 'withdrawn',
    },
  },
  disputed: {
    waitsFor: 'buyer',
    timer: 'escalate-claim',
    on: { ClaimEscalated: 'escalated', ClaimResolved: 'resolved', ClaimWithdrawn: 'withdrawn' },
  },
  escalated: {
    waitsFor: 'platform',
    timer: 'decide-claim',
    on: { ClaimResolved: 'resolved', ClaimWithdrawn: 'withdrawn' },
  },
  resolved: { on: { ClaimAppealed: 'appealed' } },
  appealed: { waitsFor: 'platform', timer: 'decide-claim', on: { ClaimResolved: 'resolved' } },
  withdrawn: { on: {} },
};
