import shared from '@eventstore/db-client/generated/shared_pb.js';
import { unknownRequest } from './invalid-request.js';

/** With hyphens, with or without braces or parentheses around it, or only the 32 digits. */
const UUID =
  /^(?:([{(])?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})([})])?|([0-9a-f]{32}))$/i;
const CLOSING: Record<string, string> = { '{': '}', '(': ')' };
const NIL = /^[0-]+$/;

/** Clients send ids as text or as two signed halves. */
export function fromUuid(uuid: shared.UUID | undefined): string {
  const id = uuid?.hasStructured() ? fromHalves(uuid.getStructured()) : parse(uuid?.getString() ?? '');
  if (id === undefined || NIL.test(id)) throw unknownRequest(`'${uuid?.getString()}' is not a valid UUID.`);
  return id;
}

export function toUuid(id: string, structured: boolean): shared.UUID {
  const uuid = new shared.UUID();
  if (!structured) return uuid.setString(id);
  const bits = id.replaceAll('-', '');
  return uuid.setStructured(
    new shared.UUID.Structured()
      .setMostSignificantBits(signed(bits.slice(0, 16)))
      .setLeastSignificantBits(signed(bits.slice(16))),
  );
}

function parse(text: string): string | undefined {
  const parts = UUID.exec(text.trim());
  if (!parts) return undefined;
  const [, open = '', one, two, three, four, five, close = '', digits] = parts;
  if ((CLOSING[open] ?? '') !== close) return undefined;
  return hyphenated(digits ?? [one, two, three, four, five].join('')).toLowerCase();
}

function fromHalves(halves: shared.UUID.Structured | undefined): string {
  const hex = [halves?.getMostSignificantBits(), halves?.getLeastSignificantBits()]
    .map((half) =>
      BigInt.asUintN(64, BigInt(half ?? 0))
        .toString(16)
        .padStart(16, '0'),
    )
    .join('');
  return hyphenated(hex);
}

const hyphenated = (digits: string): string =>
  digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

function signed(hex: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
}
