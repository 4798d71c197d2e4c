import { type CaseLife } from '../cases/case-life.js';

export const claimStates = ['opened', 'disputed', 'escalated', 'resolved'] as const;
export type ClaimState = (typeof claimStates)[number];

/** A claim from its opening to its decision. The platform may decide at any time; a seller who accepts decides as well. */
export const claimLife: CaseLife<ClaimState> = {
  opened: {
    waitsFor: 'seller',
    timer: 'answer-claim',
    on: { ClaimAnswered: 'disputed', ClaimEscalated: 'escalated', ClaimResolved: 'resolved' },
  },
  disputed: {
    waitsFor: 'buyer',
    timer: 'escalate-claim',
    on: { ClaimEscalated: 'escalated', ClaimResolved: 'resolved' },
  },
  escalated: { waitsFor: 'platform', on: { ClaimResolved: 'resolved' } },
  resolved: { on: {} },
};
