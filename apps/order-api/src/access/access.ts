import { type Actor, type Role, roleNotAllowed } from '@app/ordering';
import { ProblemError } from '@app/platform';
import { idPattern } from '../fields/text-fields.js';
import { problem, refusalProblem } from '../problems/problem.js';

/** What can be asked for. */
export type Question =
  | 'order'
  | 'messages'
  | 'tracking'
  | 'buyer-lists'
  | 'seller-lists'
  | 'all-orders'
  | 'seller-batches'
  | 'buyer-preferences'
  | 'seller-preferences'
  | 'webhooks'
  | 'waiting-cases'
  | 'partners';

/** Who may ask what; of buyers, sellers and carriers each only what is their own. Whoever is not named may not. */
const readers: Readonly<Record<Question, readonly Role[]>> = {
  order: ['buyer', 'seller', 'service', 'platform', 'analyst'],
  messages: ['buyer', 'seller', 'service', 'platform'],
  tracking: ['buyer', 'seller', 'carrier', 'service', 'platform', 'analyst'],
  'buyer-lists': ['buyer', 'service', 'platform', 'analyst'],
  'seller-lists': ['seller', 'service', 'platform', 'analyst'],
  'all-orders': ['service', 'platform', 'analyst'],
  'seller-batches': ['seller', 'service'],
  'buyer-preferences': ['buyer', 'service', 'platform'],
  'seller-preferences': ['seller', 'service', 'platform'],
  webhooks: ['service', 'platform'],
  'waiting-cases': ['platform'],
  partners: ['platform'],
};

/** Throws 403 where the role may not ask this at all. */
export function checkQuestion(question: Question, { role }: Actor): void {
  if (!readers[question].includes(role)) throw onlyFor(readers[question]);
}

/** Throws 403 for a role that may never ask for this list, and 404 for another's list, as for one that nobody has. */
export function checkAccount(owner: Actor, reader: Actor): void {
  checkQuestion(owner.role === 'buyer' ? 'buyer-lists' : 'seller-lists', reader);
  checkOwn(owner, reader);
}

/** The same for the notices that somebody wants, which holds a mail address. */
export function checkPreferences(owner: Actor, reader: Actor): void {
  checkQuestion(owner.role === 'buyer' ? 'buyer-preferences' : 'seller-preferences', reader);
  checkOwn(owner, reader);
}

function checkOwn(owner: Actor, reader: Actor): void {
  if (reader.role === owner.role && reader.id !== owner.id) throw accountNotFound(owner);
  checkAccountId(owner);
}

/** The same for whoever wants to change what is the account's own: platform and services may, analysts may not. */
export function checkWriter(owner: Actor, writer: Actor): void {
  checkAccount(owner, writer);
  if (writer.role === 'analyst') throw onlyFor([owner.role, 'platform']);
}

/** Throws 404 for what has not even the form of an id. */
export function checkAccountId(owner: Actor): void {
  if (!idPattern.test(owner.id)) throw accountNotFound(owner);
}

const accountNotFound = ({ role }: Actor): ProblemError => problem('account-not-found', { role });

/** The same answer for an order that does not exist and for another's. */
export const orderNotFound = (): ProblemError => problem('order-not-found', {});

/** 403 for everybody else. */
export const onlyFor = (roles: readonly Role[]): ProblemError => refusalProblem(roleNotAllowed(roles));
