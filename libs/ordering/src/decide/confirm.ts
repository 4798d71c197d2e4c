import { type DecisionContext, type Ruling } from './decision.js';

export const confirm = ({ at }: DecisionContext): Ruling => [{ type: 'OrderConfirmed', at, data: {} }];
