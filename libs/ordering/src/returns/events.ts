import { type Fact } from '../fact.js';
import { type RequestReturn } from './commands.js';

/** Carries personal data: `note` and `evidence`. */
export type ReturnRequested = Fact<
  'ReturnRequested',
  { readonly returnId: string } & Omit<RequestReturn, 'type'>
>;

export type ReturnsEvent = ReturnRequested;
